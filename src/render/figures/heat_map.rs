//! A heat map: rows against columns, each cell shaded by its count.

use serde::Serialize;

use super::programme_ribbon::LegendView;
use super::{open, push_link, push_rect};

/// Height of a row in pixels; the style sheet gives the labels beside it the same height.
const ROW: usize = 24;
/// Width of a column in the figure's coordinates.
const COLUMN: usize = 10;

/// The head of a row or a column.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnHeadView {
    /// Text of the label.
    pub label: String,
    /// Longer text, for tooltips and the table.
    pub title: String,
    /// Address that the label links to.
    pub url: Option<String>,
    /// Sum of the cells of the row or column.
    pub sum: usize,
}

/// A cell: a count, and a link to the first place counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HeatMapCell {
    /// The count; 0 leaves the cell empty.
    pub n: usize,
    /// Address of the first place counted.
    pub url: Option<String>,
}

impl HeatMapCell {
    /// Adds `n` places, the first of which is at `url`.
    pub fn add(&mut self, n: usize, url: impl FnOnce() -> String) {
        if n > 0 {
            self.url.get_or_insert_with(url);
            self.n += n;
        }
    }
}

/// The largest cell of a row.
#[derive(Clone, Debug, Serialize)]
pub struct PeakView {
    /// Label of its column.
    pub label: String,
    /// Address that the cell links to.
    pub url: Option<String>,
    /// Its count, the highest of the row.
    pub n: usize,
}

/// The whole figure with the numbers of its table.
#[derive(Clone, Debug, Serialize)]
pub struct HeatMapView {
    /// The cells and their grid, as SVG.
    pub cells: String,
    /// Labels of the rows.
    pub rows: Vec<ColumnHeadView>,
    /// Labels of the columns.
    pub columns: Vec<ColumnHeadView>,
    /// The cells by row, then column.
    pub numbers: Vec<Vec<HeatMapCell>>,
    /// The largest cell of each row.
    pub peaks: Vec<PeakView>,
    /// The shades that occur, with the counts they stand for.
    pub legend: Vec<LegendView>,
    /// One sentence that sums the figure up.
    pub says: String,
    /// One sentence on what the figure leaves out.
    pub aside: String,
}

/// Draws the cells and fills in the sums.
pub fn matrix(
    mut rows: Vec<ColumnHeadView>,
    mut columns: Vec<ColumnHeadView>,
    numbers: Vec<Vec<HeatMapCell>>,
) -> HeatMapView {
    for (row, numbers) in rows.iter_mut().zip(&numbers) {
        row.sum = numbers.iter().map(|cell| cell.n).sum();
    }
    for (c, column) in columns.iter_mut().enumerate() {
        column.sum = numbers.iter().map(|row| row[c].n).sum();
    }
    let cells = cells(&rows, &columns, &numbers);
    let most = numbers.iter().flatten().map(|cell| cell.n).max().unwrap_or_default();
    let legend = SHADES.iter().take(shade(most)).zip(1..);
    let legend = legend
        .map(|(word, n)| LegendView { class: format!("c{n}"), word: (*word).to_owned() })
        .collect();
    let peaks = numbers.iter().filter_map(|row| peak(row, &columns)).collect();
    HeatMapView {
        cells,
        rows,
        columns,
        numbers,
        peaks,
        legend,
        says: String::new(),
        aside: String::new(),
    }
}

/// The largest cell of a row; the first of them where several are equal.
fn peak(row: &[HeatMapCell], columns: &[ColumnHeadView]) -> Option<PeakView> {
    // max_by_key gives the last of equal ones, so the row is walked from its end
    let (cell, column) = row.iter().zip(columns).rev().max_by_key(|(cell, _)| cell.n)?;
    Some(PeakView { label: column.label.clone(), url: cell.url.clone(), n: cell.n })
}

/// The grid with the cells over it, as SVG. The table has the same links, for the keyboard.
fn cells(
    rows: &[ColumnHeadView],
    columns: &[ColumnHeadView],
    numbers: &[Vec<HeatMapCell>],
) -> String {
    let (width, height) = (columns.len() * COLUMN, rows.len() * ROW);
    let mut cells = open("cells", width, height);
    cells.push_str("<path class=\"grid\" d=\"");
    for row in 0..=rows.len() {
        cells.push_str(&format!("M0 {y}H{width}", y = row * ROW));
    }
    for column in 0..=columns.len() {
        cells.push_str(&format!("M{x} 0V{height}", x = column * COLUMN));
    }
    cells.push_str("\"/>");
    for (r, row) in rows.iter().enumerate() {
        // an empty cell shows the grid alone, so it needs no element
        for (c, column) in columns.iter().enumerate().filter(|(c, _)| numbers[r][*c].n > 0) {
            let HeatMapCell { n, url } = &numbers[r][c];
            let (x, y) = ((c * COLUMN).to_string(), (r * ROW).to_string());
            let (width, height) = (COLUMN.to_string(), ROW.to_string());
            let rect = [x.as_str(), y.as_str(), &width, &height];
            let tooltip = format!("{} · {} · {n}", row.label, column.title);
            let drawn = |cells: &mut String| {
                push_rect(cells, &format!("c{}", shade(*n)), rect, &tooltip);
            };
            match url {
                Some(url) => push_link(&mut cells, url, drawn),
                None => drawn(&mut cells),
            }
        }
    }
    cells.push_str("</svg>");
    cells
}

/// The counts that each shade stands for.
// each shade covers about twice as many counts as the one before; with equal steps, one large count
// would leave all others in the lightest shade
const SHADES: [&str; 5] = ["1", "2–3", "4–7", "8–15", "≥ 16"];

/// The shade of a count: 1 to 5, an index into [`SHADES`] from 1.
fn shade(n: usize) -> usize {
    match n {
        0..=1 => 1,
        2..=3 => 2,
        4..=7 => 3,
        8..=15 => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_larger_count_has_a_darker_cell() {
        let head = |label: &str| ColumnHeadView {
            label: label.into(),
            title: label.into(),
            url: None,
            sum: 0,
        };
        let cell = |n| {
            let mut cell = HeatMapCell::default();
            cell.add(n, || format!("a/#t{n}"));
            cell
        };
        let view = matrix(
            vec![head("甲"), head("乙")],
            vec![head("丙"), head("丁")],
            [[1, 20], [0, 4]].map(|row| row.map(cell).to_vec()).to_vec(),
        );
        assert!(view.cells.contains("class=\"c1\" x=\"0\" y=\"0\""));
        assert!(view.cells.contains("class=\"c5\" x=\"10\" y=\"0\""));
        assert!(view.cells.contains("class=\"c3\" x=\"10\" y=\"24\""));
        assert_eq!(view.cells.matches("<rect").count(), 3);
        assert!(view.cells.contains("<a href=\"a/#t4\" tabindex=\"-1\"><rect class=\"c3\""));
        assert_eq!((view.peaks[1].label.as_str(), view.peaks[1].n), ("丁", 4));
        assert_eq!((view.rows[0].sum, view.columns[1].sum), (21, 24));
    }
}

//! A matrix: rows against columns, each cell the darker the more there is.

use serde::Serialize;

use super::programme_ribbon::LegendView;
use super::{open, push_link, push_rect};

/// Height of a row, in pixels; the words beside it are as high.
const ROW: usize = 24;
/// Width of a column, in the figure's own units.
const COLUMN: usize = 10;

/// The head of a row or a column.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnHeadView {
    /// The words.
    pub label: String,
    /// What is said when it is pointed at, and in the table.
    pub title: String,
    /// Where it leads.
    pub url: Option<String>,
    /// The sum of its cells.
    pub sum: usize,
}

/// What stands where a row and a column meet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HeatMapCell {
    /// How many times; 0 where there is nothing.
    pub n: usize,
    /// The first of the places that are counted.
    pub url: Option<String>,
}

impl HeatMapCell {
    /// Counts further places, the first of which is at `url`.
    pub fn add(&mut self, n: usize, url: impl FnOnce() -> String) {
        if n > 0 {
            self.url.get_or_insert_with(url);
            self.n += n;
        }
    }
}

/// The column in which a row has most.
#[derive(Clone, Debug, Serialize)]
pub struct PeakView {
    /// Its label.
    pub label: String,
    /// Where the cell leads.
    pub url: Option<String>,
    /// How many times.
    pub n: usize,
}

/// The figure.
#[derive(Clone, Debug, Serialize)]
pub struct HeatMapView {
    /// The cells.
    pub cells: String,
    /// The rows.
    pub rows: Vec<ColumnHeadView>,
    /// The columns.
    pub columns: Vec<ColumnHeadView>,
    /// The numbers by row.
    pub numbers: Vec<Vec<HeatMapCell>>,
    /// Where each row has most.
    pub peaks: Vec<PeakView>,
    /// The shades that are there, with what they stand for.
    pub legend: Vec<LegendView>,
    /// What is to be seen in it, in a sentence.
    pub says: String,
    /// What is left out of it, in a sentence.
    pub aside: String,
}

/// Draws the cells. Sums are worked out here.
pub fn matrix(
    mut rows: Vec<ColumnHeadView>,
    mut columns: Vec<ColumnHeadView>,
    numbers: Vec<Vec<HeatMapCell>>,
) -> HeatMapView {
    for (row, numbers) in rows.iter_mut().zip(&numbers) {
        row.sum = numbers.iter().map(|cell| cell.n).sum();
    }
    for (place, column) in columns.iter_mut().enumerate() {
        column.sum = numbers.iter().map(|row| row[place].n).sum();
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

/// The first of the columns in which a row has most.
fn peak(row: &[HeatMapCell], columns: &[ColumnHeadView]) -> Option<PeakView> {
    let (cell, column) = row.iter().zip(columns).rev().max_by_key(|(cell, _)| cell.n)?;
    Some(PeakView { label: column.label.clone(), url: cell.url.clone(), n: cell.n })
}

/// The cells over their grid. What they lead to stands in the table as well, for the keyboard.
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
        for (c, column) in columns.iter().enumerate().filter(|(c, _)| numbers[r][*c].n > 0) {
            let HeatMapCell { n, url } = &numbers[r][c];
            let (x, y) = ((c * COLUMN).to_string(), (r * ROW).to_string());
            let (width, height) = (COLUMN.to_string(), ROW.to_string());
            let place = [x.as_str(), y.as_str(), &width, &height];
            let says = format!("{} · {} · {n}", row.label, column.title);
            let drawn = |cells: &mut String| {
                push_rect(cells, &format!("c{}", shade(*n)), place, &says);
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

/// What the shades stand for.
const SHADES: [&str; 5] = ["1", "2–3", "4–7", "8–15", "≥ 16"];

/// From 1 to 5, as [`SHADES`] has them.
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
    fn a_cell_is_the_darker_the_more_there_is() {
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

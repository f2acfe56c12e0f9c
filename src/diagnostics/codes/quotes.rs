//! Codes of the quotes by which forum.yaml says where talks, turns and cuts begin and end.

macro_rules! quotes {
    ([$($rest:ident)*] $($before:tt)*) => {
        collect! { [$($rest)*] $($before)*

Quotes "Quotes" "引文" {
QuoteNotFound "quote-not-found" Error {
    en: "quoted words are not in the transcript",
    zh: "引用的文字在原稿中找不到",
    text: "A talk, a turn or a cut begins or ends where its quoted words are, so they must be in \
        the transcript as the recogniser gave them, mistakes included. Whitespace does not \
        matter. If the transcript has words that are nearly the same, they are shown with their \
        position: copy them into the quote.",
    text_zh: "一讲、一次发言或一段移出的文字从哪里到哪里，由引文决定，所以引文必须照抄识别原稿，\
        连同其中的错误。空格和换行不算。原稿里若有相差不多的话，会连同位置一起给出：照抄到引文里\
        即可。",
    example: "agi/forum.yaml",
    wrong: "from: 大家好呀，今天非常荣幸",
    right: "from: 大家好啊，今天非常荣幸",
}

QuoteAmbiguous "quote-ambiguous" Error {
    en: "quoted words occur more than once in the transcript",
    zh: "引用的文字在原稿中不止出现一次",
    text: "A quote names one place. Quote more of the words around it, or write `{quote: …, \
        after: …}` with words that come before the right place and occur only once.",
    text_zh: "一条引文只能指一个地方。请多引几个字，或者写成 `{quote: …, after: …}`，`after` 里\
        写前面只出现一次的话。",
    example: "agi/forum.yaml",
    wrong: "to: 谢谢大家。",
    right: "to: {quote: 谢谢大家。, after: 请大家指正}",
}

QuoteNotAfter "quote-not-after" Error {
    en: "quoted words do not follow the words in `after`",
    zh: "引用的文字不在 `after` 所引文字之后",
    text: "`after` chooses one of several occurrences of a quote: the one that follows its own \
        words. Here the quote does not follow them anywhere. Choose words for `after` that come \
        before the quote.",
    text_zh: "引文出现几次时，`after` 指明是在哪句话之后的那一处。这里引文并不在那句话之后。\
        `after` 里请写引文前面的话。",
    example: "agi/forum.yaml",
    wrong: "to: {quote: 谢谢大家。, after: 今天的论坛}",
    right: "to: {quote: 谢谢大家。, after: 请大家指正}",
}

EmptyQuote "empty-quote" Error {
    en: "a quote has no words",
    zh: "引文里没有文字",
    text: "A quote that is empty, or only whitespace, identifies no place. Quote words from the \
        transcript.",
    text_zh: "引文是空的，或者只有空格，不能指明任何地方。请引原稿里的话。",
    example: "agi/forum.yaml",
    wrong: "to: \"  \"",
    right: "to: 今天的圆桌到此结束。",
}
}

        }
    };
}

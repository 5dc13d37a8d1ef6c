"""Pieces of markup to be thrown together: what people paste, and what nobody would write."""

TAGS = (
    *("p", "h1", "h3", "div", "section", "blockquote", "ul", "ol", "li", "br", "pre", "span"),
    *("a", "b", "strong", "i", "em", "sub", "sup", "font", "table", "tr", "td", "th", "form"),
    *("button", "object", "svg", "math", "mtext", "mglyph", "style", "script", "template"),
    *("select", "option", "title", "textarea", "noscript", "iframe"),
)
ATTRIBUTES = (
    "",
    " href='https://a.example/?a=1&amp;b=2'",
    " href=/articles/",
    " href=//evil.example",
    " href='javascript:x'",
    " href=mailto:a@b.example",
    " title='a \"b\" > c'",
    " onclick=x",
    " style=color:red",
    " data-source=12",
    " data-source='7'",
    " data-source=07",
    " a='></p>'",
)
WORDS = (
    *("a", " ", "\n", "\u00a0", "e\u0301", "\u0301", "\u0338", "\u202e", "\u200d", "\x0b", "\x00"),
    *("日本語", "한", "ㄱ", "&amp;", "&lt;b&gt;", "&nbsp;", "&#769;", "&#8238;", "&#0;", "&", "<"),
    *(">", "'", '"', "<!--", "-->", "<![CDATA[", "]]>", "<?x>", "</ p>", "<!>", '="', "/>"),
)

_PASTED_TAGS = (
    *("p", "h1", "h3", "div", "blockquote", "ul", "ol", "li", "br", "pre", "table", "td"),
    *("a", "b", "strong", "i", "em", "sub", "sup"),
)
PASTED = (
    *(f"<{end}{tag}>" for end in ("", "/") for tag in _PASTED_TAGS),
    *(f"<a{attribute}>" for attribute in ATTRIBUTES),
    *("<span data-source=12></span>", "<span data-source='7'>seven</span>", "<span>", "</span>"),
    *(word for word in WORDS if "<" not in word),
    *("words", " and ", "more") * 10,
)

# Where tags may hide.
TANGLE = [f"<{end}{tag}>" for end in ("", "/") for tag in TAGS] + [
    *("x", "<!--", "-->", '<div a="', '">', "<div ='", "'>", '<p a=x="', '<p ="', '""="', ">"),
    *("<![CDATA[", "]]>", "<!x ", "</ "),
]

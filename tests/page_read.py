"""What the tests of HTML share: a page read as a browser reads it, strictly."""

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "input", "rect", "line"}
"""Elements without an end."""


class Element:
    """An element of a page: its name, its attributes, and the text in it."""

    def __init__(self, name, attributes):
        self.name = name
        self.attributes = attributes
        self.text = ""


class Page(HTMLParser):
    """The elements of a page in their order; each has to end where it may."""

    def __init__(self, text):
        super().__init__()
        self.elements = []
        self._open = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag, attrs):
        """Note an element."""
        assert len({name for name, _ in attrs}) == len(attrs)
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag, attrs):
        """Note an element that ends where it begins, as those of SVG may."""
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag):
        """See that the element opened last ends."""
        assert self._open.pop().name == tag

    def handle_data(self, data):
        """Note text with every element around it."""
        for element in self._open:
            element.text += data

    def all(self, name):
        """The elements of a name."""
        return [element for element in self.elements if element.name == name]

    def texts(self, name):
        """The texts of the elements of a name."""
        return [element.text for element in self.all(name)]

    def values(self, attribute):
        """The values of an attribute, wherever it stands."""
        found = (element.attributes.get(attribute) for element in self.elements)
        return [value for value in found if value is not None]

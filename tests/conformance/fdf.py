"""Values for the fields of a form, as pdftk takes them."""


def fdf(values, is_choice):
    """FDF (ISO 32000-1, 12.7.7) of `values` by name of the field; `is_choice(name, value)` says which are radio buttons."""

    def string(text):
        return "<FEFF" + text.encode("utf-16-be").hex() + ">"

    fields = "".join(f"<</T({n})/V{'/' + v if is_choice(n, v) else string(v)}>>\n" for n, v in values.items())
    return f"%FDF-1.2\n1 0 obj\n<</FDF<</Fields[\n{fields}]>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"

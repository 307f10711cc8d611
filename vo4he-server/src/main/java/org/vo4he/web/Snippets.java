// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import org.vo4he.web.Html.Element;

/// A search as everybody can ask it: as ADQL, at a shell, in Python.
record Snippets(String adql, Links links) {

    Element html() {
        return element("section")
                .with("aria-labelledby", "same-as-adql")
                .with("class", "snippets")
                .add(element("h2", "The same as ADQL").with("id", "same-as-adql"))
                .add(copyable("ADQL", adql))
                .add(element("p")
                        .text("Ask it of the TAP service, all rows: ")
                        .add(link(links.tapSync(adql, "votable"), "VOTable"))
                        .text(", ")
                        .add(link(links.tapSync(adql, "csv"), "CSV"))
                        .text(", ")
                        .add(link(links.tapSync(adql, "tsv"), "TSV"))
                        .text("."))
                .add(element("h3", "At a shell"))
                .add(copyable("curl", curl()))
                .add(element("h3", "In Python"))
                .add(copyable("pyvo", pyvo()));
    }

    private static Element copyable(String name, String text) {
        return element("pre")
                .with("class", "copyable")
                .with("data-name", name)
                .with("tabindex", "0")
                .with("aria-label", name)
                .with("role", "region")
                .add(element("code", text));
    }

    /// For a POSIX shell: within single quotes, only these end the text.
    String curl() {
        return "curl --silent '" + links.tap() + "/sync' --data LANG=ADQL --data RESPONSEFORMAT=csv \\\n"
                + "  --data-urlencode 'QUERY=" + adql.replace("'", "'\\''") + "'";
    }

    String pyvo() {
        return """
                import pyvo

                service = pyvo.dal.TAPService("%s")
                found = service.search(\"""
                %s
                \""")
                print(found.to_table())""".formatted(links.tap(), adql.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}

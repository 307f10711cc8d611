// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.util.Map;

/// The VOTable that says why there is no table (DALI 1.1, section 4.4.1).
public final class ErrorDocument {

    public static final String CONTENT_TYPE = "application/x-votable+xml";

    private ErrorDocument() {}

    /// @param message for people
    /// @param infos more INFO elements by name: what was asked, where it went wrong
    public static String of(String message, Map<String, String> infos) {
        StringBuilder more = new StringBuilder();
        infos.forEach((name, value) -> more.append("  <INFO name=\"")
                .append(Xml.escape(name))
                .append("\" value=\"")
                .append(Xml.escape(value))
                .append("\"/>\n"));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
                 <RESOURCE type="results">
                  <INFO name="QUERY_STATUS" value="ERROR">%s</INFO>
                %s </RESOURCE>
                </VOTABLE>
                """.formatted(Xml.escape(message), more);
    }
}

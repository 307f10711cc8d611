// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import org.vo4he.votable.Xml;

/// Text within XML and HTML.
public final class Markup {

    private Markup() {}

    /// For element content and attribute values in double quotes; what XML can't hold becomes U+FFFD.
    public static String escape(String text) {
        return Xml.escape(text);
    }
}

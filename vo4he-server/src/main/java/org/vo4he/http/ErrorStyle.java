// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

/// The form in which a route tells of a failure.
public enum ErrorStyle {
    /// HTML for a browser, JSON for who asks for it, else one line of plain text
    PAGE,
    /// the VOTable error document of DALI 1.1, section 4.4.1
    VOTABLE,
    /// one line of plain text
    TEXT
}

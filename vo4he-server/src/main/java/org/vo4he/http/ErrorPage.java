// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

/// The HTML of a failure, made by whoever makes the pages.
@FunctionalInterface
public interface ErrorPage {

    /// A whole document; `message` is plain text and must be escaped.
    String html(Request request, int status, String message);
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;

/// The answer of a server that did what it was asked for.
final class Accepted {

    private Accepted() {}

    /// @throws CommandFailure with the words of a server that refused or failed, or with its status where it has none:
    ///     one whose jar was replaced under it can't even say what is missing
    static InputStream body(HttpResponse<InputStream> response) throws IOException {
        if (response.statusCode() < GetCommand.FIRST_ERROR_STATUS) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            String words = TapError.message(body);
            throw new CommandFailure(
                    words.isEmpty()
                            ? "the server answered with status " + response.statusCode() + " to "
                                    + response.uri().getPath() + ", and without a word"
                            : words);
        }
    }
}

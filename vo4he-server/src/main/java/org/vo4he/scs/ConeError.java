// SPDX-License-Identifier: Apache-2.0
package org.vo4he.scs;

import org.vo4he.http.Markup;
import org.vo4he.http.Response;

/// The VOTable that says why there is no table: an INFO named `Error` below the root (Simple Cone Search 1.03, section
/// 2, with Erratum 3).
///
/// The status is 200 where the request is at fault, because the standard has the client look into the VOTable, and
/// clients do; it is 503 or 500 where asking again may help or the fault is ours.
final class ConeError {

    private static final int FIRST_OF_OURS = 500;

    private ConeError() {}

    static Response of(int status, String message) {
        String document = """
                <?xml version="1.0" encoding="UTF-8"?>
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
                 <INFO ID="Error" name="Error" value="%s"/>
                 <RESOURCE type="results"/>
                </VOTABLE>
                """.formatted(Markup.escape(message));
        Response answer = Response.text(ConeService.CONTENT_TYPE, document);
        return status >= FIRST_OF_OURS ? answer.status(status) : answer;
    }
}

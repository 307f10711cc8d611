// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;

/// `/tap/sync` and `/tap/examples`.
public final class TapService implements Routes {

    private final TapQuery query;

    public TapService(TapQuery query) {
        this.query = query;
    }

    @Override
    public void register(Router router) {
        router.get("/tap", request -> Response.seeOther(request.baseUrl() + "/tap/capabilities"));
        Router dali = router.errorsAs(ErrorStyle.VOTABLE);
        dali.query("/tap/sync", this::sync);
        router.get(
                "/tap/examples", request -> Response.text(Examples.CONTENT_TYPE, Examples.document(request.baseUrl())));
    }

    private Response sync(Request request) {
        TapQuery.Answer answer = query.prepare(request.parameters(), request.baseUrl());
        return Response.stream(answer.contentType(), out -> answer.writeTo(out, request::onDisconnect));
    }
}

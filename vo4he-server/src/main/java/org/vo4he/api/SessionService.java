// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.io.IOException;
import java.util.Optional;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Parameters;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;
import org.vo4he.security.UnknownTokenException;
import org.vo4he.uwsweb.Access;

/// `/session`: where a person gives a token to this server, for as long as the browser is open, and has it forgotten.
final class SessionService implements Routes {

    static final String PATH = "/session";
    private static final String TOKEN = "TOKEN";
    private static final String FORGET = "forget";

    private final Access access;
    private final RemakePages pages;

    SessionService(Access access, RemakePages pages) {
        this.access = access;
        this.pages = pages;
    }

    @Override
    public void register(Router router) {
        Router own = router.errorsAs(ErrorStyle.PAGE);
        own.get(PATH, request -> shown(Optional.empty(), request));
        own.act(PATH, this::change);
    }

    /// The token that a posted form gives.
    ///
    /// @throws ServiceException.Usage when it is in the address, where logs and histories would keep it
    static Optional<String> token(Request request) {
        Optional<String> posted = request.posted().one(TOKEN).map(String::strip);
        if (!request.parameters().all(TOKEN).equals(request.posted().all(TOKEN))) {
            throw new ServiceException.Usage("a token is no part of an address: it is sent in the body of a form, or as"
                    + " the header Authorization. Take this one back: addresses are kept in many places");
        }
        return posted.filter(text -> !text.isEmpty());
    }

    private Response change(Request request) throws IOException {
        Optional<String> token = token(request);
        Optional<String> action = request.parameters().one("ACTION");
        if (action.filter(FORGET::equals).isPresent()) {
            return back(request, access.callers().forget(request.header("Cookie"), request.baseUrl()));
        }
        if (action.isPresent()) {
            throw new ServiceException.Usage(
                    "parameter action: there is forget, found " + Parameters.quoted(action.get()));
        }
        try {
            String secret = token.orElse("");
            access.callers().withToken(secret);
            return back(request, access.callers().begin(secret, request.baseUrl()));
        } catch (UnknownTokenException e) {
            return shown(Optional.of(e.getMessage()), request).status(401);
        }
    }

    private static Response back(Request request, String cookie) {
        return Response.seeOther(request.baseUrl() + PATH)
                .header("Set-Cookie", cookie)
                .header("Cache-Control", "no-store");
    }

    private Response shown(Optional<String> fault, Request request) throws IOException {
        Visitor visitor = Visitor.of(access.caller(request), access.face().anonymous());
        return Response.html(pages.session(visitor, fault, request.baseUrl())).header("Cache-Control", "no-store");
    }
}

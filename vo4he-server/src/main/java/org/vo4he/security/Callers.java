// SPDX-License-Identifier: Apache-2.0
package org.vo4he.security;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Who is calling: by the header `Authorization: Bearer TOKEN` (RFC 6750), or in a browser by the session that began
/// when a token was given in a form.
///
/// @param own the server's token, which our own commands show
/// @param tokens the operator's file of tokens for others
public record Callers(Optional<Token> own, Optional<TokenFile> tokens, Sessions sessions) {

    private static final String BEARER = "Bearer ";

    /// With sessions of their own.
    public Callers(Optional<Token> own, Optional<TokenFile> tokens) {
        this(own, tokens, new Sessions());
    }

    /// @param authorization the header, when there is one
    /// @return empty for a caller without a token
    /// @throws UnknownTokenException when it is not known: such a caller is not taken for one without a token
    /// @throws IOException when the file of tokens can't be read
    public Optional<Identity> identify(Optional<String> authorization) throws UnknownTokenException, IOException {
        if (authorization.isEmpty()) {
            return Optional.empty();
        }
        if (!authorization.get().startsWith(BEARER)) {
            throw new UnknownTokenException("the header Authorization must read: Bearer and a token");
        }
        return Optional.of(known(authorization.get().substring(BEARER.length()))
                .orElseThrow(
                        () -> new UnknownTokenException("the token in the header Authorization is not known here")));
    }

    /// @param secret as somebody typed it
    /// @throws UnknownTokenException when it is not known
    /// @throws IOException when the file of tokens can't be read
    public Identity withToken(String secret) throws UnknownTokenException, IOException {
        return known(secret)
                .orElseThrow(() ->
                        new UnknownTokenException("this token is not known here: it is mistyped, or was taken back"));
    }

    /// Begins a session.
    ///
    /// @param secret of a token that is known
    /// @param baseUrl where the browser sees the server
    /// @return the header `Set-Cookie`
    public String begin(String secret, String baseUrl) {
        return Sessions.cookie(sessions.begin(Token.hash(secret.strip())), baseUrl);
    }

    /// Ends the session of a browser.
    ///
    /// @param cookies its header `Cookie`
    /// @return the header `Set-Cookie` that has the browser forget it
    public String forget(Optional<String> cookies, String baseUrl) {
        Sessions.name(cookies).ifPresent(sessions::end);
        return Sessions.cookie("", baseUrl) + "; Max-Age=0";
    }

    /// Whose session this is; empty when it is over, or its token was taken back.
    ///
    /// @param cookies the header `Cookie`, which comes with a request whoever made the browser send that: before
    ///     something is changed, the page that asks must be known to be our own
    public Optional<Identity> ofSession(Optional<String> cookies) throws IOException {
        Optional<String> hash = Sessions.name(cookies).flatMap(sessions::tokenHash);
        return hash.isEmpty() ? Optional.empty() : withHash(hash.get());
    }

    private Optional<Identity> known(String secret) throws IOException {
        return withHash(Token.hash(secret.strip()));
    }

    private Optional<Identity> withHash(String hash) throws IOException {
        if (own.filter(token -> token.hasHash(hash)).isPresent()) {
            return Optional.of(new Identity("operator", Set.of(Scope.values()), true));
        }
        return tokens.isEmpty() ? Optional.empty() : tokens.get().withHash(hash);
    }
}

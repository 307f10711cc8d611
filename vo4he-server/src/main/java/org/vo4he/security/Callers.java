// SPDX-License-Identifier: Apache-2.0
package org.vo4he.security;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Who is calling, by the header `Authorization: Bearer TOKEN` (RFC 6750).
///
/// @param own the server's token, which our own commands show
/// @param tokens the operator's file of tokens for others
public record Callers(Optional<Token> own, Optional<TokenFile> tokens) {

    private static final String BEARER = "Bearer ";

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
        String secret = authorization.get().substring(BEARER.length()).strip();
        if (own.filter(token -> token.matches(secret)).isPresent()) {
            return Optional.of(new Identity("operator", Set.of(Scope.values()), true));
        }
        Optional<Identity> found =
                tokens.isEmpty() ? Optional.empty() : tokens.get().identify(secret);
        if (found.isEmpty()) {
            throw new UnknownTokenException("the token in the header Authorization is not known here");
        }
        return found;
    }
}

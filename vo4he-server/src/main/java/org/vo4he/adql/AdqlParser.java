// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.Set;

/// Text to tree: the whole grammar of ADQL 2.1 (REC 2023-12-15, appendix A), names not yet looked up.
public final class AdqlParser {

    /// More than any person writes and any client sends.
    static final int MAX_CHARACTERS = 200_000;

    /// Levels of parentheses, functions, operators and sub-queries. The database's own parser and planner recurse
    /// too, in native code that a deeper query could crash.
    static final int MAX_DEPTH = 100;

    private AdqlParser() {}

    /// The tree of a query.
    ///
    /// @throws AdqlException when the text is no ADQL 2.1 query, or too long or too deeply nested
    public static AdqlQuery parse(String adql) throws AdqlException {
        return parse(adql, Set.of());
    }

    /// @param declared names of functions, in upper case, that are known beside those of [AdqlFunction]
    static AdqlQuery parse(String adql, Set<String> declared) throws AdqlException {
        if (adql.length() > MAX_CHARACTERS) {
            throw new AdqlException(
                    new Position(1, 1),
                    "found a query of " + adql.length() + " characters, expected at most " + MAX_CHARACTERS);
        }
        return new QueryParser(new TokenStream(Lexer.tokens(adql)), declared).whole();
    }
}

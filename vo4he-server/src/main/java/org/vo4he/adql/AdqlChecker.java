// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

/// Tree to checked tree: resolves names, expands `*`, types every expression, checks what the grammar cannot.
public final class AdqlChecker {

    private AdqlChecker() {}

    /// The checked form of a query.
    ///
    /// @throws AdqlException when it names what the catalogue does not have, or combines values that do not fit
    public static CheckedQuery check(AdqlQuery query, Catalogue catalogue) throws AdqlException {
        return new QueryChecker(catalogue).whole(query);
    }
}

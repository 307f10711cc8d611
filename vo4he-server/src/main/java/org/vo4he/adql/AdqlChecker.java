// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

/// Tree to checked tree: resolves names, expands `*`, types every expression.
public final class AdqlChecker {

    private AdqlChecker() {}

    /// The checked form of a query.
    ///
    /// @throws AdqlException when it names what the catalogue does not have, or combines values that do not fit
    public static CheckedQuery check(AdqlQuery query, Catalogue catalogue) throws AdqlException {
        throw new AdqlException(new Position(1, 1), "this build cannot check queries");
    }
}

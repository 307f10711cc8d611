// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.StoreException;

/// Who the products of a file are: those that its path had, those that moved here, or new ones.
final class Identities {

    private final Known known;
    private final String didPrefix;
    private final String describedBy;
    private final Set<String> movedFrom = new HashSet<>();

    /// @param describedBy who describes now
    Identities(Known known, String didPrefix, String describedBy) {
        this.known = known;
        this.didPrefix = didPrefix;
        this.describedBy = describedBy;
    }

    /// The path, gone now, where the same content lay before. A file back at its own path has not moved; one that was
    /// moved over another has.
    Optional<String> movedFrom(Described described) throws StoreException {
        Optional<String> fingerprint = described.description().fingerprint();
        if (fingerprint.isEmpty() || isHome(described)) {
            return Optional.empty();
        }
        Optional<String> from =
                known.takeGone(fingerprint.get(), described.file().path());
        if (from.isEmpty()) {
            from = known.takeGone(described.file().stamp(), describedBy);
        }
        from.ifPresent(movedFrom::add);
        return from;
    }

    private boolean isHome(Described described) throws StoreException {
        FoundFile file = described.file();
        boolean looksAsItDid = known.file(file.path())
                .filter(record -> record.stamp().equals(file.stamp()))
                .isPresent();
        return looksAsItDid
                || known.products(file.path()).stream()
                        .anyMatch(product -> product.fingerprint()
                                .equals(described.description().fingerprint()));
    }

    /// Whether what lay at a path was found at another.
    boolean hasMoved(String path) {
        return movedFrom.contains(path);
    }

    /// The DID that the products of a path had, or a new one; empty for a file without products.
    ///
    /// @param source where the file lay before, else its path
    String mainDid(Described described, String source) throws StoreException {
        if (described.description().products().isEmpty()) {
            return "";
        }
        Optional<String> fingerprint = described.description().fingerprint();
        Optional<String> former = known.products(source).stream()
                .filter(product -> product.did().startsWith(didPrefix))
                .filter(product -> product.did().indexOf('#') < 0)
                .min(Comparator.comparing(ProductRecord::withdrawn)
                        .thenComparing(product -> !product.fingerprint().equals(fingerprint))
                        .thenComparing(ProductRecord::did))
                .map(ProductRecord::did);
        String did = former.isPresent()
                ? former.get()
                : PublisherDid.ofFile(didPrefix, described.file().path(), known::isGiven);
        known.give(did);
        return did;
    }
}

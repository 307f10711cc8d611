// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

/// How a file that a product's provenance names was found to be a product of this archive. In the order in which they
/// are tried.
public enum EntityMatch {
    /// It is the product that carries the provenance.
    ITSELF("the product itself"),
    /// The publisher DID recorded with it is that of the product.
    DID("by the DID recorded with it"),
    /// The DID recorded with it is declared by the tags of the product, and of no other.
    DECLARED_DID("by the DID that the product's tags declare"),
    /// The digest recorded with it is that of the product, and of no other: as the product's own
    /// provenance records it of its output, as the DATASUM card of its HDU has it, or as computed from the
    /// file when a name led to it. For a DATASUM of 32 bits the name or the size must be the same too.
    CHECKSUM("by the checksum recorded with it"),
    /// By its name alone: the file of that name nearest to the product in the folder, or the only withdrawn one.
    NAME("by its name"),
    /// Several products could be meant as well as each other.
    AMBIGUOUS("may be any of several products"),
    /// No product of this archive is known to be it.
    NONE("is not in this archive");

    private final String words;

    EntityMatch(String words) {
        this.words = words;
    }

    /// Words for people, to follow the name of the file.
    public String words() {
        return words;
    }
}

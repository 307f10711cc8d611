// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

/// What a harvest found and did. Every file seen ended in one of four ways, and was new, changed, moved, described anew
/// or unchanged.
///
/// @param anew files that are what they were, of which this version of the program says otherwise than the one before
/// @param read files that were opened: those not known to be unchanged
/// @param withdrawn files of the last harvest that are gone, with products that are withdrawn by that
/// @param gone files of the last harvest that are gone and held no product
/// @param warnings findings of that severity, about all files seen
/// @param errors findings of that severity, about all files seen
public record HarvestReport(
        long published,
        long associated,
        long notFits,
        long failed,
        long created,
        long changed,
        long moved,
        long anew,
        long unchanged,
        long read,
        long withdrawn,
        long gone,
        long warnings,
        long errors) {

    /// All files seen.
    public long seen() {
        return published + associated + notFits + failed;
    }

    /// Whether any row of the store differs from before.
    public boolean changedAnything() {
        return created + changed + moved + anew + withdrawn + gone > 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

/// What a harvest found and did. Every file seen ended in one of four ways, and was new, changed, moved or unchanged.
///
/// @param read files that were opened: those not known to be unchanged
/// @param withdrawn files of the last harvest that are gone
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
        long unchanged,
        long read,
        long withdrawn,
        long warnings,
        long errors) {

    /// All files seen.
    public long seen() {
        return published + associated + notFits + failed;
    }

    /// Whether any row of the store differs from before.
    public boolean changedAnything() {
        return created + changed + moved + withdrawn > 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.util.List;
import java.util.Optional;
import org.vo4he.provenance.CalibrationInput;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.RecordedInference;

/// How VO-TAGS are written.
///
/// @param durable whether to return only when everything is on the disk; without it a crash of this process
///     harms nothing, a crash of the machine may leave a torn tail that the next command removes
/// @param provenance instead of what the file carries; empty keeps that
/// @param inference what inference said of the product beyond the values, so that it need not be run again as long as
///     nothing changes; empty records nothing
/// @param longProvenance what becomes of provenance that doesn't fit into one row
/// @param calibration by what the product was calibrated, recorded beside its provenance
/// @param longText what becomes of a text that doesn't fit into one card
public record WriteOptions(
        boolean durable,
        Optional<ProvenanceDocument> provenance,
        Optional<RecordedInference> inference,
        LongProvenance longProvenance,
        List<CalibrationInput> calibration,
        LongText longText) {

    public static final WriteOptions DEFAULT = new WriteOptions(
            false, Optional.empty(), Optional.empty(), LongProvenance.LISTS, List.of(), LongText.CONTINUE);

    /// The same, durable or not.
    public WriteOptions withDurable(boolean newDurable) {
        return new WriteOptions(newDurable, provenance, inference, longProvenance, calibration, longText);
    }

    /// The same with another provenance.
    public WriteOptions withProvenance(Optional<ProvenanceDocument> newProvenance) {
        return new WriteOptions(durable, newProvenance, inference, longProvenance, calibration, longText);
    }

    /// The same with another inference.
    public WriteOptions with(Optional<RecordedInference> newInference) {
        return new WriteOptions(durable, provenance, newInference, longProvenance, calibration, longText);
    }

    /// The same with other calibration inputs.
    public WriteOptions withCalibration(List<CalibrationInput> newCalibration) {
        return new WriteOptions(durable, provenance, inference, longProvenance, List.copyOf(newCalibration), longText);
    }

    /// The same with another treatment of long provenance.
    public WriteOptions withLongProvenance(LongProvenance newLongProvenance) {
        return new WriteOptions(durable, provenance, inference, newLongProvenance, calibration, longText);
    }

    /// The same with another treatment of long texts.
    public WriteOptions withLongText(LongText newLongText) {
        return new WriteOptions(durable, provenance, inference, longProvenance, calibration, newLongText);
    }

    /// What to do with a text that doesn't fit into one card, for readers that know no CONTINUE.
    public enum LongText {
        /// Let it go on in CONTINUE cards (FITS Standard 4.0, section 4.2.1.2).
        CONTINUE,
        /// Move it into the JSON, with a finding; it is read back from there.
        JSON,
        /// Write nothing, with a finding.
        REFUSE
    }

    /// What to do with provenance of more than 28,799 characters, the widest column of an ASCII table that CFITSIO
    /// reads. A file whose provenance lies in several rows already keeps that form without being asked.
    public enum LongProvenance {
        /// Write nothing, with a finding.
        REFUSE,
        /// Of provenance that is given, move the longest lists of inputs into files beside the product, referred to by
        /// name and SHA-256; write nothing if it still is too long, with a finding.
        LISTS,
        /// The same; what lists don't make short enough is cut, whole, into several rows of the one column, and
        /// `PRV_ROWS` says how many. Readers of the layout of one cell see the first part only.
        ROWS
    }
}

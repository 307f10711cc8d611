// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import org.vo4he.diagnostics.FindingCode;
import org.vo4he.diagnostics.FindingMeaning;
import org.vo4he.diagnostics.Severity;
import org.vo4he.obscore.ColumnText;

/// What reading or writing VO-TAGS can turn up.
public enum VoTagsFinding implements FindingCode {
    NONE("votags-none", Severity.INFO, "The file that was checked has no VO-TAGS extension."),
    SEVERAL(
            "votags-several",
            Severity.WARNING,
            "The file has several VO-TAGS extensions; the one of the highest EXTVER, the last of equals, is read."),
    LAYOUT(
            "votags-layout",
            Severity.INFO,
            "VO-TAGS is not the ASCII table of one cell that SVOM writes (a binary table, a bare header); it is read all the same."),
    UNREADABLE(
            "votags-unreadable",
            Severity.WARNING,
            "The table of VO-TAGS can't be read, so there is no provenance. The keywords are read."),
    DUPLICATE("votags-duplicate-keyword", Severity.WARNING, "A keyword stands twice; the last one counts."),
    ALIAS("votags-alias", Severity.INFO, "A keyword has another spelling than the one vo4he writes."),
    NINE_CHARACTERS(
            "votags-nine-characters",
            Severity.WARNING,
            "A keyword has nine characters, which FITS does not allow; its value was recovered from the card."),
    UNSET(
            "votags-unset",
            Severity.INFO,
            "Keywords hold a word that means no value (NotSet, n.a., NULL, NaN, Infinity, 2147483647)."),
    NUMBER_AS_TEXT("votags-number-as-text", Severity.INFO, "A number is written as a string."),
    LETTER_CASE(
            "votags-letter-case",
            Severity.INFO,
            "A word of a vocabulary is in other letter case than the standard's; the standard's is taken."),
    OLD_WORD(
            "votags-old-word",
            Severity.INFO,
            "A word of an older or newer vocabulary was replaced by that of ObsCore 1.1, such as events by event."),
    VOCABULARY(
            "votags-vocabulary",
            Severity.WARNING,
            "The value is none of the words that ObsCore 1.1 lists for the column; it is left out."),
    BAD_VALUE(
            "votags-bad-value",
            Severity.WARNING,
            "The value is not of the column's type (number, date, region); it is left out."),
    OUT_OF_RANGE(
            "votags-out-of-range",
            Severity.WARNING,
            "The number can't be a value of this column, such as a declination of 100; it is left out."),
    UNIT(
            "votags-unit",
            Severity.WARNING,
            "S_UNIT or EM_UNIT holds no unit, or one that the axis can't have, such as seconds for a position; it is kept."),
    UNIT_SPELLING(
            "votags-unit-spelling",
            Severity.INFO,
            "A unit (S_UNIT, EM_UNIT, O_UNIT) is not spelled as VOUnits 1.1 has it, such as degrees for deg; it is kept."),
    UCD("votags-ucd", Severity.WARNING, "S_UCD, EM_UCD or O_UCD holds no UCD, or one of another axis; it is kept."),
    PUBLISHER_ID(
            "votags-pub-id",
            Severity.WARNING,
            "PUB_ID holds something else than the ivo:// identifier of a publisher; access rights are taken as data_rights."),
    ENERGY_FOR_WAVELENGTH(
            "votags-energy-for-wavelength",
            Severity.WARNING,
            "EM_MIN and EM_MAX are wavelengths in metres but hold energies in EM_UNIT. A pair is converted, a single one left out."),
    ENERGY_CONTRADICTION(
            "votags-energy-contradiction",
            Severity.WARNING,
            "EN_MIN and EM_MAX, or EN_MAX and EM_MIN, are not one photon's energy and wavelength to a thousandth; both are kept as they are."),
    SECONDS_FOR_DAYS(
            "votags-seconds-for-days",
            Severity.WARNING,
            "T_MIN and T_MAX are MJD in days but hold mission seconds, and the file has no MJDREF (or several) to count them from; they are left out, so that they are taken from the product itself."),
    SECONDS_CONVERTED(
            "votags-seconds-converted",
            Severity.WARNING,
            "T_MIN and T_MAX are MJD in days but hold mission seconds; they are converted to UTC by the MJDREF and TIMESYS of the file."),
    VERSION(
            "votags-version",
            Severity.INFO,
            "The extension is of another version of VO-TAGS than this program knows; it is read as this version."),
    DEFAULT_ONLY(
            "votags-default-only",
            Severity.INFO,
            "The value is the default that a writer fills in, and nothing else of its axis is set: it may not be meant."),
    DISC_TYP("votags-disc-typ", Severity.INFO, "The product type is unset and was taken from DISC_TYP."),
    PROVENANCE_UNREADABLE(
            "votags-provenance-unreadable", Severity.WARNING, "The column provenance does not hold provenance JSON."),
    PROVENANCE_ODD(
            "votags-provenance-odd", Severity.INFO, "The provenance departs from the usual form but could be read."),
    TORN_TAIL(
            "votags-torn-tail",
            Severity.WARNING,
            "The file ended in the torn rest of an interrupted annotate; the rest was removed."),
    NOT_ASCII(
            "votags-not-ascii",
            Severity.WARNING,
            "The value holds characters that a FITS header can't; its keyword is not written."),
    LONG_TEXT(
            "votags-long-text",
            Severity.INFO,
            "A text doesn't fit into one card, and CONTINUE cards are not wanted; it was moved into the JSON, where vo4he reads it back."),
    DANGLING_REFERENCE(
            "votags-dangling-reference",
            Severity.WARNING,
            "FLX_MDL or EBAND refers to a record of a model or an energy band that the JSON of the file does not hold."),
    DECLARED_ONLY(
            "votags-declared-only",
            Severity.WARNING,
            "A column that belongs to the publisher (DID, publisher, access) was given: the tags declare it, a service publishes its own value."),
    PROVENANCE_TOO_LONG(
            "votags-provenance-too-long",
            Severity.ERROR,
            "The provenance is longer than the 28,799 characters that CFITSIO reads in one column; nothing was written. `--long-provenance rows` writes it in several rows."),
    INPUTS_LISTED(
            "votags-inputs-listed",
            Severity.INFO,
            "The provenance given is too long for one column, so its longest lists of inputs were written into files beside the product, which it refers to by name and SHA-256."),
    INPUT_LIST(
            "votags-input-list",
            Severity.WARNING,
            "A list of inputs that the provenance refers to is not beside the file, can't be read, or has another checksum, size or count than recorded."),
    REFUSED(
            "votags-refused",
            Severity.ERROR,
            "The file can't be annotated or stripped as asked (it is damaged, has bytes after its last HDU, its owner can't be kept; a given value can't be written, or values contradict each other); it was left as it is.");

    private final FindingMeaning meaning;

    VoTagsFinding(String id, Severity severity, String explanation) {
        this.meaning = new FindingMeaning(id, severity, explanation);
    }

    static VoTagsFinding of(ColumnText.Fault fault) {
        return switch (fault) {
            case LETTER_CASE -> LETTER_CASE;
            case OLD_WORD -> OLD_WORD;
            case VOCABULARY -> VOCABULARY;
            case BAD_VALUE -> BAD_VALUE;
            case OUT_OF_RANGE -> OUT_OF_RANGE;
        };
    }

    @Override
    public FindingMeaning meaning() {
        return meaning;
    }
}

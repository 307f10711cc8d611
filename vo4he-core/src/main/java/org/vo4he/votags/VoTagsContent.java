// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vo4he.fits.Card;
import org.vo4he.fits.HduWriter;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;
import org.vo4he.provenance.CalibrationInput;
import org.vo4he.provenance.InputLists;
import org.vo4he.provenance.ProductRecords;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.RecordedInference;
import org.vo4he.provenance.RecordedOrigin;
import org.vo4he.votags.WriteOptions.LongProvenance;

/// What an extension will hold, put together from the row to be written and what the file's tags hold
/// already.
///
/// @param values by column, those that are set
/// @param others cards of other people, kept
/// @param document without the origins
/// @param texts that do not stand in the header
/// @param json the provenance with the origin of each value
/// @param lists of inputs that it refers to, to be written beside the product
record VoTagsContent(
        Map<ObsCoreColumn, Object> values,
        List<Card> others,
        ProvenanceDocument document,
        LongTexts texts,
        String json,
        InputLists lists) {

    /// @param product name of the file that will have the extension
    /// @throws ProvenanceFormatException if the file's provenance is to be kept but can't be read
    static VoTagsContent of(ObsCoreRow row, WriteOptions options, Optional<VoTags> present, String product)
            throws ProvenanceFormatException {
        Map<ObsCoreColumn, Object> values = new EnumMap<>(ObsCoreColumn.class);
        Map<String, RecordedOrigin> origins = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (VoTagsKeyword.PUBLISHER_COLUMNS.contains(column)) {
                publisherValue(column, value, present).ifPresent(content -> values.put(column, content));
            } else if (value.isPresent()) {
                values.put(column, value.value());
                origin(column, value, present)
                        .ifPresent(
                                origin -> origins.put(column.columnName(), VoTagsReader.record(origin, value.value())));
            }
        });
        ProvenanceDocument document =
                options.provenance().isPresent() ? options.provenance().get() : carried(present);
        Optional<RecordedInference> inference =
                options.inference().map(recorded -> recorded.sealed(Seal.ofTags(values)));
        LongTexts texts = LongTexts.of(values, options.longText());
        values.keySet().removeAll(texts.moved().keySet());
        ProvenanceDocument complete =
                ProductRecords.of(document).withTexts(texts.byColumn()).in(document);
        Function<ProvenanceDocument, String> json = one -> json(one, options.calibration(), origins, inference);
        String whole = json.apply(complete);
        boolean listed = whole.length() > ProvenanceRows.WIDEST
                && options.provenance().isPresent()
                && options.longProvenance() != LongProvenance.REFUSE;
        InputLists lists = listed
                ? InputLists.movedOutOf(
                        complete, product, one -> json.apply(one).length() <= ProvenanceRows.WIDEST)
                : InputLists.none(complete);
        return new VoTagsContent(
                values,
                present.map(VoTags::others).orElse(List.of()),
                lists.document(),
                texts,
                listed ? json.apply(lists.document()) : whole,
                lists);
    }

    /// What the header says already is left out where it is too long: an index of calibration files.
    private static String json(
            ProvenanceDocument document,
            List<CalibrationInput> calibration,
            Map<String, RecordedOrigin> origins,
            Optional<RecordedInference> inference) {
        String json = json(document.withCalibration(calibration), origins, inference);
        return json.length() <= ProvenanceRows.WIDEST ? json : json(document, origins, inference);
    }

    /// What inference said is convenient to have, and left out where it is too long.
    private static String json(
            ProvenanceDocument document, Map<String, RecordedOrigin> origins, Optional<RecordedInference> inference) {
        String json = ProvenanceJson.write(document.with(origins, inference));
        return json.length() <= ProvenanceRows.WIDEST || inference.isEmpty()
                ? json
                : ProvenanceJson.write(document.with(origins, Optional.empty()));
    }

    /// What is written of a column, in the header or the JSON; null when nothing is.
    Object of(ObsCoreColumn column) {
        Object value = values.get(column);
        return value == null ? texts.moved().get(column) : value;
    }

    /// The cards of others that would need CONTINUE cards where these are not wanted.
    List<String> longCards(WriteOptions.LongText treatment) {
        return treatment == WriteOptions.LongText.CONTINUE
                ? List.of()
                : others.stream()
                        .filter(card -> card.string()
                                && card.value() != null
                                && !HduWriter.fitsIntoOneCard(card.keyword(), card.value()))
                        .map(Card::keyword)
                        .toList();
    }

    private static ProvenanceDocument carried(Optional<VoTags> present) throws ProvenanceFormatException {
        Optional<String> json = present.flatMap(VoTags::provenanceJson);
        return json.isEmpty()
                ? ProvenanceDocument.EMPTY
                : ProvenanceJson.read(json.get()).document();
    }

    /// Only what the user gives or the file declares: a pipeline can't know these.
    private static Optional<Object> publisherValue(ObsCoreColumn column, Value value, Optional<VoTags> present) {
        if (value.origin() instanceof Origin.Given) {
            return Optional.of(value.value());
        }
        Optional<String> declared = present.map(tags -> tags.declared().get(column));
        return column.type() == ObsCoreColumn.Type.BIGINT
                ? declared.map(Long::valueOf)
                : declared.map(text -> (Object) text);
    }

    /// A tag says where it came from when it was first written, if that is known; a tag of others needs no
    /// record.
    private static Optional<Origin> origin(ObsCoreColumn column, Value value, Optional<VoTags> present) {
        if (!(value.origin() instanceof Origin.Tag)) {
            return Optional.of(value.origin());
        }
        return present.filter(tags -> tags.values().containsKey(column)
                        && tags.values().get(column).value().equals(value.value()))
                .map(tags -> tags.recorded().get(column));
    }
}

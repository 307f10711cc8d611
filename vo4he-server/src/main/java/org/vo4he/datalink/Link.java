// SPDX-License-Identifier: Apache-2.0
package org.vo4he.datalink;

import java.util.List;
import java.util.OptionalLong;
import org.vo4he.votable.Datatype;
import org.vo4he.votable.Field;

/// One row of the {links} table (DataLink 1.1, section 3.2). A row either leads somewhere or says why it
/// doesn't.
sealed interface Link {

    /// The ID that was asked for, in the words of the request.
    String id();

    /// Something that belongs to the product.
    ///
    /// @param semantics a term of the vocabulary `datalink/core`, with `#`
    /// @param qualifier a term of `product-type` with `#`, or the URI of one of `response-type`; empty for none
    /// @param bytes empty for what is made when it is asked for
    /// @param localSemantics the archive's own label, empty for none
    record Access(
            String id,
            String url,
            String description,
            String semantics,
            String mediaType,
            OptionalLong bytes,
            String qualifier,
            String localSemantics)
            implements Link {}

    /// Something that a service of this document makes of the product.
    ///
    /// @param service the descriptor's ID
    /// @param mediaType of what the service answers
    record Service(String id, String service, String description, String mediaType) implements Link {}

    /// @param message begins with one of the five words of DataLink 1.1, section 3.4
    record Fault(String id, String message) implements Link {

        static Fault notFound(String id, String why) {
            return new Fault(id, "NotFoundFault: " + why);
        }

        static Fault usage(String id, String why) {
            return new Fault(id, "UsageFault: " + why);
        }
    }

    /// By which parameters of services refer to the column of that name.
    String ID = "ID";

    /// The columns in the order of [#cells()].
    List<Field> FIELDS = List.of(
            Field.text("ID", "meta.id;meta.main", "The ID that was asked for").withId(ID),
            Field.text("access_url", "meta.ref.url", "Where the linked thing is"),
            Field.text("service_def", "meta.ref", "Service descriptor of this document that leads to it"),
            Field.text("error_message", "meta.code.error", "Why there is no link"),
            Field.text("description", "meta.note", "What it is"),
            Field.text("semantics", "meta.code", "How it belongs to the product, a term of datalink/core"),
            Field.text("content_type", "meta.code.mime", "Its media type"),
            new Field("content_length", Datatype.LONG, "", "", "byte", "phys.size;meta.file", "", "Its size"),
            Field.text("content_qualifier", "meta.code", "What kind of thing it is"),
            Field.text("local_semantics", "meta.id.assoc", "This archive's own label of the relation"));

    default Object[] cells() {
        return switch (this) {
            case Access link ->
                new Object[] {
                    link.id(),
                    link.url(),
                    null,
                    null,
                    link.description(),
                    link.semantics(),
                    link.mediaType(),
                    link.bytes().isPresent() ? link.bytes().getAsLong() : null,
                    orNull(link.qualifier()),
                    orNull(link.localSemantics())
                };
            case Service link ->
                new Object[] {
                    link.id(),
                    null,
                    link.service(),
                    null,
                    link.description(),
                    "#proc",
                    link.mediaType(),
                    null,
                    null,
                    null
                };
            case Fault fault ->
                new Object[] {fault.id(), null, null, fault.message(), null, "#this", null, null, null, null};
        };
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

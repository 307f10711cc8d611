// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provsap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.store.Lineage.Direction;

/// What a request asks for.
///
/// @param depth how many relations are followed, one after the other
record GraphRequest(String id, int depth, Direction direction, GraphFormat format) {

    /// `DEPTH=ALL`, and what larger numbers mean: the draft lets a service limit it.
    static final int DEEPEST = 200;

    /// Parameters of the draft that a service need not have; one that has them not says so.
    private static final List<String> NOT_OFFERED = List.of("MEMBERS", "STEPS", "AGENT");

    /// @throws ServiceException.Usage naming the parameter and the value found
    static GraphRequest of(Parameters parameters) {
        for (String name : NOT_OFFERED) {
            if (parameters.one(name).isPresent()) {
                throw new ServiceException.Usage("parameter " + name + " is not offered by this service");
            }
        }
        checkModel(parameters.one("MODEL"));
        String id = parameters
                .one("ID")
                .orElseThrow(() -> new ServiceException.Usage(
                        "parameter ID is missing: the publisher DID of the product whose making is asked for"));
        return new GraphRequest(
                id,
                depth(parameters.one("DEPTH")),
                direction(parameters.one("DIRECTION")),
                GraphFormat.of(parameters.one("RESPONSEFORMAT").or(() -> parameters.one("FORMAT"))));
    }

    private static void checkModel(Optional<String> model) {
        model.filter(word -> !word.equalsIgnoreCase("W3C")).ifPresent(word -> {
            throw new ServiceException.Usage(
                    "parameter MODEL: " + Parameters.quoted(word) + " is not offered; graphs come in the words of W3C");
        });
    }

    /// One relation where nothing is said, as in the draft.
    private static int depth(Optional<String> asked) {
        if (asked.isEmpty()) {
            return 1;
        }
        String word = asked.get().strip();
        if (word.equalsIgnoreCase("ALL")) {
            return DEEPEST;
        }
        if (!word.matches("\\d{1,9}")) {
            throw new ServiceException.Usage("parameter DEPTH must be ALL or a whole number of 0 or more, found "
                    + Parameters.quoted(asked.get()));
        }
        return Math.min(DEEPEST, Integer.parseInt(word));
    }

    private static Direction direction(Optional<String> asked) {
        return switch (asked.orElse("BACK").strip().toUpperCase(Locale.ROOT)) {
            case "BACK" -> Direction.BACK;
            case "FORTH" -> Direction.FORTH;
            case String other ->
                throw new ServiceException.Usage(
                        "parameter DIRECTION must be BACK or FORTH, found " + Parameters.quoted(other));
        };
    }
}

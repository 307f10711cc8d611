// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.util.ArrayList;
import java.util.List;
import org.vo4he.reprocess.Arguments;

/// What was selected as lines for a reader of a header, in the words of the arguments.
final class SelectionWords {

    private SelectionWords() {}

    /// @param region which of the two
    static List<String> of(Arguments arguments, String region) {
        List<String> sentences = new ArrayList<>();
        arguments.text(region).ifPresent(text -> sentences.add("Region: " + text));
        arguments.text(ExtractStep.ENERGY).ifPresent(text -> sentences.add("Energy: " + text));
        arguments.text(ExtractStep.TIME).ifPresent(text -> sentences.add("Time: " + text));
        arguments.file(ExtractStep.GOOD_TIMES).ifPresent(file -> sentences.add("Times: GTI of " + file.getFileName()));
        arguments.text(ExtractStep.FILTER).ifPresent(text -> sentences.add("Filter: " + text));
        return sentences;
    }
}

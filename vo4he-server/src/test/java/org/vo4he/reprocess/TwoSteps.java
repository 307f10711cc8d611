// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceJson;

/// A step that writes what it was given, and one that puts something before what it reads.
final class TwoSteps {

    /// Writes its arguments.
    static final Step COUNT = new Step() {
        @Override
        public StepDefinition definition() {
            return new StepDefinition(
                    "count",
                    "1",
                    "count photons",
                    List.of(
                            Parameter.input("events", "the photons"),
                            Parameter.value("radius", ParameterType.REAL, "radius of the circle")
                                    .withUnit("arcsec")
                                    .withRange("0", "100"),
                            Parameter.value("weight", ParameterType.REAL, "weight of each")
                                    .optional(),
                            Parameter.value("seed", ParameterType.INTEGER, "of the random numbers")
                                    .fixed(),
                            Parameter.value("comment", ParameterType.TEXT, "words")
                                    .optional(),
                            Parameter.value("salt", ParameterType.INTEGER, "another number"),
                            Parameter.output("out", "the counts")));
        }

        /// Understands every comment but one.
        @Override
        public void check(Arguments arguments) throws StepException {
            if (arguments.text("comment").filter("gibberish"::equals).isPresent()) {
                throw StepException.of("comment", "comment: nobody understands gibberish");
            }
        }

        /// No weight is larger than the file; the sentence blames no argument.
        @Override
        public void checkInputs(Arguments arguments) throws StepException, IOException {
            Path events = arguments.file("events").orElseThrow();
            if (arguments.real("weight").orElse(0.0) > Files.size(events)) {
                throw new StepException(
                        events + " is lighter than " + arguments.text("weight").get());
            }
        }

        @Override
        public void run(Arguments arguments, Workspace workspace, StepListener listener) throws IOException {
            String photons = Files.readString(arguments.file("events").orElseThrow());
            listener.log("counting " + photons.length());
            Files.writeString(
                    workspace.output(arguments.text("out").orElseThrow()),
                    photons + " " + arguments.text("radius").orElseThrow());
            listener.progress(1);
        }
    };

    static final Step JOIN = new Step() {
        @Override
        public StepDefinition definition() {
            return new StepDefinition(
                    "join",
                    "2",
                    "join counts",
                    List.of(
                            Parameter.input("counts", "the counts"),
                            Parameter.value("how", ParameterType.TEXT, "the way")
                                    .withChoices("sum", "mean"),
                            Parameter.value("comment", ParameterType.TEXT, "words")
                                    .optional(),
                            Parameter.output("joined", "the sum")));
        }

        @Override
        public void run(Arguments arguments, Workspace workspace, StepListener listener) throws IOException {
            String counts = Files.readString(arguments.file("counts").orElseThrow());
            Files.writeString(
                    workspace.output(arguments.text("joined").orElseThrow()),
                    arguments.text("how").orElseThrow() + " of " + counts);
        }
    };

    private TwoSteps() {}

    /// As the two ran one after the other; `salt` was recorded as not editable, `radius` as at most 80.
    static ProvenanceDocument recipe(Path events) throws IOException {
        Arguments count = Arguments.of(
                COUNT.definition(),
                Map.of(
                        "events",
                        "/old/host/events.dat",
                        "radius",
                        "10",
                        "seed",
                        "5",
                        "comment",
                        "bright",
                        "salt",
                        "6",
                        "out",
                        "counts.dat"));
        Arguments join = Arguments.of(
                JOIN.definition(),
                Map.of("counts", "counts.dat", "how", "sum", "comment", "dim", "joined", "joined.dat"));
        String json = ProvenanceJson.write(new ProvenanceDocument(List.of(
                StepRecord.of(count, "vo4he", Map.of("events", FileIdentity.of(events, Optional.empty()))),
                StepRecord.of(join, "vo4he", Map.of()))));
        String fixed = json.replace(
                        "\"description\":\"another number\",\"editable\":true",
                        "\"description\":\"another number\",\"editable\":false")
                .replace("\"max\":\"100\"", "\"max\":\"80\"");
        try {
            return ProvenanceJson.read(fixed).document();
        } catch (org.vo4he.provenance.ProvenanceFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}

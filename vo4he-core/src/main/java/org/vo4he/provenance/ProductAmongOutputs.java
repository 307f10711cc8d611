// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vo4he.provenance.ProvGraph.Basis;
import org.vo4he.provenance.ProvGraph.Subject;
import org.vo4he.provenance.ProvGraphBuilder.Recognised;

/// Which output of the steps is the product that carries them: the one with its DID, else with its file name (the
/// later step's if several have it), else the only output of the last step, as files are renamed when archived.
final class ProductAmongOutputs {

    private ProductAmongOutputs() {}

    static Optional<Recognised> find(List<ProvenanceStep> steps, Subject subject, Optional<String> productDid) {
        List<Recognised> outputs = outputs(steps);
        Optional<String> declared = productDid.map(String::strip);
        return last(
                        outputs,
                        Basis.STATED,
                        file -> file.did()
                                .map(String::strip)
                                .filter(did -> did.equals(subject.id())
                                        || declared.filter(did::equals).isPresent())
                                .isPresent())
                .or(() -> last(
                        outputs,
                        Basis.NAME,
                        file -> file.fileName().equals(subject.fileName()) && !anotherDid(file, subject, declared)))
                .or(() -> onlyOneOfTheLastStep(outputs, steps.size())
                        .filter(output -> !anotherDid(output.file(), subject, declared)));
    }

    /// Whether the file has a DID that isn't the product's.
    private static boolean anotherDid(DataFile file, Subject subject, Optional<String> declared) {
        return file.did().filter(did -> !did.isBlank()).isPresent()
                && (subject.did().isPresent() || declared.isPresent());
    }

    private static List<Recognised> outputs(List<ProvenanceStep> steps) {
        List<Recognised> outputs = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            for (Argument argument : steps.get(i).arguments()) {
                if (argument instanceof Argument.Output output) {
                    outputs.add(new Recognised(i, output, Basis.STATED));
                }
            }
        }
        return outputs;
    }

    private static Optional<Recognised> last(List<Recognised> outputs, Basis basis, Predicate<DataFile> wanted) {
        return outputs.reversed().stream()
                .filter(output -> wanted.test(output.file()))
                .findFirst()
                .map(output -> new Recognised(output.step(), output.output(), basis));
    }

    private static Optional<Recognised> onlyOneOfTheLastStep(List<Recognised> outputs, int steps) {
        List<Recognised> last =
                outputs.stream().filter(output -> output.step() == steps - 1).toList();
        return last.size() == 1
                ? last.stream()
                        .findFirst()
                        .map(output -> new Recognised(output.step(), output.output(), Basis.ONLY_OUTPUT))
                : Optional.empty();
    }
}

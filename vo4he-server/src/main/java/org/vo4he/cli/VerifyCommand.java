// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vo4he.config.Settings;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.NotFitsException;
import org.vo4he.provenance.CalibrationInput;
import org.vo4he.reprocess.CalibrationCheck;
import org.vo4he.reprocess.FindingJson;
import org.vo4he.reprocess.Finished;
import org.vo4he.reprocess.Leftovers;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.PlanRequest;
import org.vo4he.reprocess.Planned;
import org.vo4he.reprocess.RunListener;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `vo4he verify`: whether a product is what its provenance makes.
@Command(
        name = "verify",
        description =
                "Make a product again, unchanged, by the provenance that it carries, and compare the DATASUMs of all its HDUs, VO-TAGS apart. Tells which inputs and calibration files are others than they were. Exit code 1 when the data differ.",
        footer = {
            "",
            "Examples:",
            "  vo4he verify src.pha",
            "  vo4he verify src.pha --inputs /data/events --json",
            "  vo4he verify 'ivo://example.org/m82?src.pha' --state S"
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RecipeOptions recipe;

    @Option(names = "--json", description = "As JSON: each HDU, and the findings.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Settings settings = SettingOptions.settings(spec);
        Describing describing = new Describing(settings);
        return Shutdown.during(_ -> {
            RecipeOptions.PlannedProduct product =
                    recipe.planned(settings, describing, PlanRequest::acceptingChangedInputs);
            return switch (product.planned()) {
                case Planned.Refused(List<Finding> findings) -> {
                    tell(findings);
                    yield ExitCode.FAILED;
                }
                case Plan plan -> verified(plan, product, settings, describing);
            };
        });
    }

    private int verified(Plan plan, RecipeOptions.PlannedProduct planned, Settings settings, Describing describing)
            throws IOException, InterruptedException {
        Leftovers.sweep();
        Path product = planned.product();
        try (HiddenFolder hidden = HiddenFolder.in(Path.of(System.getProperty("java.io.tmpdir")))) {
            List<Path> remade =
                    Remakers.executor(settings).run(plan, hidden.files(), RunListener.NONE).wanted().stream()
                            .map(Finished.Output::file)
                            .toList();
            Path same = SameOutput.of(product, remade);
            Verification verification = Verification.of(product, same);
            List<Finding> findings = new ArrayList<>(plan.findings());
            findings.addAll(
                    new CalibrationCheck(CalibrationInput.of(planned.request().recipe()))
                            .ofRemade(product, describing.calibration(same)));
            findings.addAll(verification.findings(product.getFileName().toString()));
            tell(product, verification, findings);
            return verification.isIdentical() ? ExitCode.DONE : ExitCode.FINDINGS;
        } catch (StepException e) {
            throw new CommandFailure(e.getMessage(), e);
        } catch (NotFitsException e) {
            throw new CommandFailure(product + ": " + e.getMessage(), e);
        }
    }

    private void tell(List<Finding> findings) {
        findings.forEach(spec.commandLine().getErr()::println);
        if (json) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.set("findings", FindingJson.of(findings));
            spec.commandLine().getOut().println(answer);
        }
    }

    private void tell(Path product, Verification verification, List<Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            findings.forEach(spec.commandLine().getErr()::println);
            out.println(product + (verification.isIdentical() ? ": identical" : ": differs"));
            verification
                    .units()
                    .forEach(unit -> out.println("  " + unit.hdu() + ": "
                            + (unit.isSame() ? "DATASUM " + unit.was().getAsLong() : "differs")));
            return;
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("product", product.toString()).put("identical", verification.isIdentical());
        for (Verification.Unit unit : verification.units()) {
            ObjectNode node =
                    answer.withArray("hdus").addObject().put("hdu", unit.hdu()).put("same", unit.isSame());
            unit.was().ifPresent(sum -> node.put("was", sum));
            unit.is().ifPresent(sum -> node.put("is", sum));
        }
        answer.set("findings", FindingJson.of(findings));
        out.println(answer);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.obscore.ColumnText;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;
import org.vo4he.product.Annotator;
import org.vo4he.product.Siblings;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.ParameterType;
import org.vo4he.reprocess.Step;
import org.vo4he.reprocess.StepDefinition;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.StepListener;
import org.vo4he.reprocess.Workspace;
import org.vo4he.votags.WriteOptions;
import org.vo4he.votags.WriteReport;

/// Copies a product and writes VO-TAGS into the copy: what is inferred from it, and the values given.
///
/// @param version of vo4he
/// @param siblings finds the files that the product names
public record TagStep(String version, Annotator annotator, Siblings siblings) implements Step {

    public static final String INPUT = "input";
    public static final String OUTPUT = "output";

    /// What a pipeline knows better than a header.
    private static final List<ObsCoreColumn> GIVEN = List.of(
            ObsCoreColumn.OBS_COLLECTION,
            ObsCoreColumn.OBS_ID,
            ObsCoreColumn.OBS_TITLE,
            ObsCoreColumn.OBS_CREATOR_NAME,
            ObsCoreColumn.DATAPRODUCT_SUBTYPE,
            ObsCoreColumn.CALIB_LEVEL,
            ObsCoreColumn.TARGET_NAME);

    @Override
    public StepDefinition definition() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.input(INPUT, "the product"));
        for (ObsCoreColumn column : GIVEN) {
            parameters.add(Parameter.value(column.columnName(), ParameterType.TEXT, column.description())
                    .optional());
        }
        parameters.add(Parameter.output(OUTPUT, "the product with VO-TAGS"));
        return new StepDefinition("tag", version, "Write VO-TAGS into a copy of a product", parameters);
    }

    @Override
    public void check(Arguments arguments) throws StepException {
        given(arguments);
    }

    @Override
    public void run(Arguments arguments, Workspace workspace, StepListener listener) throws StepException, IOException {
        Path input = arguments.file(INPUT).orElseThrow();
        Path output = workspace.output(arguments.text(OUTPUT).orElseThrow());
        List<Given> given = given(arguments);
        Annotator.Annotated annotated =
                annotator.annotate(input, output, siblings, row -> applied(given, row), WriteOptions.DEFAULT);
        WriteReport report = annotated
                .report()
                .orElseThrow(() -> new StepException(input + " is no data product, so that it can't be tagged"));
        for (Finding finding : report.findings()) {
            listener.log(finding.toString());
        }
        switch (report.outcome()) {
            case WRITTEN -> makeWritable(output);
            case UNCHANGED -> copy(input, output);
            case REFUSED ->
                throw new StepException(input + " can't be tagged: "
                        + report.findings().stream()
                                .map(Finding::message)
                                .findFirst()
                                .orElse("no reason is known"));
        }
    }

    private record Given(ObsCoreColumn column, Value value) {}

    private static List<Given> given(Arguments arguments) throws StepException {
        List<Given> given = new ArrayList<>();
        for (ObsCoreColumn column : GIVEN) {
            String name = column.columnName();
            if (arguments.text(name).isPresent()) {
                given.add(read(column, arguments.text(name).get()));
            }
        }
        return given;
    }

    private static Given read(ObsCoreColumn column, String text) throws StepException {
        String by = "step tag, " + column.columnName() + "=" + text;
        return switch (ColumnText.read(column, text)) {
            case ColumnText.Understood understood ->
                new Given(column, new Value(understood.value(), new Origin.Given(by)));
            case ColumnText.Unset() -> new Given(column, Value.absent("taken away by " + by));
            case ColumnText.Refused refused ->
                throw StepException.of(column.columnName(), column.columnName() + " " + refused.why());
        };
    }

    private static ObsCoreRow applied(List<Given> values, ObsCoreRow row) {
        ObsCoreRow.Builder builder = row.with();
        values.forEach(given -> builder.set(given.column(), given.value()));
        return builder.build();
    }

    private static void copy(Path input, Path output) throws IOException {
        if (!Files.exists(output)) {
            Files.copy(input, output);
        }
        makeWritable(output);
    }

    /// A copy has the mode of its original, which may be that of an archive.
    private static void makeWritable(Path output) throws IOException {
        Set<PosixFilePermission> mode = new HashSet<>(Files.getPosixFilePermissions(output));
        mode.add(PosixFilePermission.OWNER_WRITE);
        Files.setPosixFilePermissions(output, mode);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.datalink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.ParameterType;
import org.vo4he.reprocess.Remake;
import org.vo4he.units.VoUnit;
import org.vo4he.votable.Datatype;
import org.vo4he.votable.ServiceDescriptor;
import org.vo4he.votable.ServiceDescriptor.Input;
import org.vo4he.votable.ServiceDescriptor.Kind;

/// The descriptor of the service that makes one product again with other values (DataLink 1.1, section 4): a job of
/// UWS 1.1, made by POST of all input parameters.
///
/// @param id of the descriptor in its document
/// @param fileName of the product
record RemakeService(String id, String fileName, Remake remake) {

    static final String PATH = "/reprocessing/async";
    static final String STANDARD = "ivo://ivoa.net/std/UWS#rest-1.1";
    static final String CONTENT_TYPE = "application/xml";

    static final String FORM_PATH = "/reprocessing";
    static final String FORM_TYPE = "text/html";

    /// Of clients that can only GET: a page with a form that has these values.
    ServiceDescriptor form(String baseUrl) {
        return new ServiceDescriptor(
                formId(),
                "",
                formDescription(),
                baseUrl + FORM_PATH,
                "",
                FORM_TYPE,
                inputs().stream().map(RemakeService::toBeTyped).toList());
    }

    /// TOPCAT has a field for an input without a value only: the others it takes for fixed. What is left empty there
    /// begins as recorded in the form.
    private static Input toBeTyped(Input input) {
        if (input.value().isEmpty()) {
            return input;
        }
        Kind text = new Kind(
                Datatype.CHAR, input.kind().unit(), "", "", input.kind().options());
        return new Input(input.name(), "", "", "", input.description() + "; was " + input.value(), text);
    }

    String formId() {
        return id + "-form";
    }

    String formDescription() {
        return fileName + " made again with other values: a form in the browser";
    }

    private List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input("ID", "meta.id;meta.main", Link.ID, "", "The product to be made again"));
        remake.open().forEach(choice -> inputs.add(input(choice)));
        return inputs;
    }

    ServiceDescriptor descriptor(String baseUrl) {
        List<Input> inputs = inputs();
        inputs.add(new Input("PHASE", "", "", "RUN", "The job begins at once"));
        return new ServiceDescriptor(id, "", description(), baseUrl + PATH, STANDARD, CONTENT_TYPE, inputs);
    }

    String description() {
        return fileName + " made again with other values: a job (POST)";
    }

    private static Input input(Remake.Choice choice) {
        Parameter parameter = choice.parameter();
        Datatype datatype = datatype(parameter.type(), choice.value());
        boolean number = datatype != Datatype.CHAR;
        Kind kind = new Kind(
                datatype,
                parameter.unit().filter(VoUnit::isWellFormed).orElse(""),
                bound(parameter.minimum(), number),
                bound(parameter.maximum(), number),
                options(parameter));
        return new Input(choice.address(), "", "", choice.value(), words(choice), kind);
    }

    /// A number only where the value of the record is one: what is left out would be read as NaN.
    private static Datatype datatype(ParameterType type, String value) {
        return switch (type) {
            case INTEGER -> type.number(value).isPresent() ? Datatype.LONG : Datatype.CHAR;
            case REAL -> type.number(value).isPresent() ? Datatype.DOUBLE : Datatype.CHAR;
            case TEXT, BOOLEAN, FILE -> Datatype.CHAR;
        };
    }

    private static String bound(Optional<String> text, boolean number) {
        return text.map(String::strip)
                .filter(bound -> number && ParameterType.REAL.number(bound).isPresent())
                .orElse("");
    }

    private static List<String> options(Parameter parameter) {
        return parameter.type() == ParameterType.BOOLEAN && parameter.choices().isEmpty()
                ? List.of("true", "false")
                : parameter.choices();
    }

    private static String words(Remake.Choice choice) {
        String description = choice.parameter().description();
        return description.isBlank() ? choice.parameter().name() : description;
    }
}

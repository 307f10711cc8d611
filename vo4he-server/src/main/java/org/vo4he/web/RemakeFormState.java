// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vo4he.api.SentForm;
import org.vo4he.api.Visitor;
import org.vo4he.reprocess.Edit;
import org.vo4he.reprocess.Remake.Choice;

/// What the form that makes a product again begins with.
///
/// @param values by address in upper case; other fields begin with the recorded one
/// @param force whether the box is ticked by which it runs though the same was made before
/// @param accept whether the box is ticked by which inputs are taken that are others than they were
/// @param changed sentences about such inputs; the box is shown where there are some
/// @param errors at fields, by address in upper case
/// @param others what is wrong beside
/// @param tokenFault what is wrong with the token that was given
record RemakeFormState(
        Map<String, String> values,
        boolean force,
        boolean accept,
        List<String> changed,
        Map<String, String> errors,
        List<String> others,
        Optional<String> tokenFault,
        Visitor visitor) {

    /// As somebody finds it.
    ///
    /// @param edits values to begin with, as an address tells them; what is no edit is passed over
    static RemakeFormState of(List<String> edits, Visitor visitor) {
        Map<String, String> values = new HashMap<>();
        edits.stream()
                .filter(text -> text.indexOf('=') > 0)
                .map(Edit::parse)
                .forEach(edit -> values.put(upper(edit.address()), edit.value()));
        return new RemakeFormState(values, false, false, List.of(), Map.of(), List.of(), Optional.empty(), visitor);
    }

    /// As somebody sent it.
    ///
    /// @param offered what the form has fields for
    static RemakeFormState of(SentForm sent, List<Choice> offered) {
        Map<String, String> values = new HashMap<>();
        sent.values().forEach((address, value) -> values.put(upper(address), value));
        Map<String, String> errors = new HashMap<>();
        for (SentForm.Fault fault : sent.faults()) {
            fault.address()
                    .flatMap(address -> field(address, offered))
                    .ifPresent(field -> errors.merge(field, ended(fault.message()), (one, more) -> one + " " + more));
        }
        List<String> others = sent.faults().stream()
                .filter(fault -> fault.address()
                        .flatMap(address -> field(address, offered))
                        .isEmpty())
                .map(fault -> sentence(fault.message()))
                .toList();
        return new RemakeFormState(
                values,
                sent.force(),
                sent.accept(),
                sent.changed().stream().map(RemakeFormState::ended).toList(),
                errors,
                others,
                sent.tokenFault(),
                sent.visitor());
    }

    private static Optional<String> field(String address, List<Choice> offered) {
        return offered.stream()
                .map(choice -> upper(choice.address()))
                .filter(upper(address)::equals)
                .findFirst();
    }

    String value(Choice choice) {
        return values.getOrDefault(upper(choice.address()), choice.value());
    }

    String error(Choice choice) {
        return errors.getOrDefault(upper(choice.address()), "");
    }

    /// Whether it was sent, or filled in by an address.
    boolean isTouched() {
        return !values.isEmpty();
    }

    static String sentence(String words) {
        return ended(Shown.sentence(words));
    }

    /// Begins as it is: what is said of an argument begins with its name.
    private static String ended(String text) {
        return text.matches("(?s).*[.!?]") ? text : text + ".";
    }

    private static String upper(String address) {
        return address.toUpperCase(Locale.ROOT);
    }
}

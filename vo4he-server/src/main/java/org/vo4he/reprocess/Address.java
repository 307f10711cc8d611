// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One argument of a recorded run.
///
/// @param step number of the step, from 0
/// @param index its place on the command line; of one that was left out, the place it has in the step's definition
/// @param name empty when nobody named it, as in the seed's form
public record Address(int step, int index, String name, String description) {

    private static final Pattern EXACT = Pattern.compile("([^:]{1,80}):(.+)", Pattern.DOTALL);

    /// What an address written by a person means.
    sealed interface Meaning {

        record One(Address address) implements Meaning {}

        /// @param why one sentence that lists what could be meant
        record None(String why) implements Meaning {}
    }

    /// Finds by `step:index` or `step:name`, then by name, then by description.
    ///
    /// @param all arguments there are, those that were recorded first
    /// @param offered those of them that may be edited: who names none is told of these
    /// @param titles of the steps, by number: they may stand for the number
    static Meaning meaning(String written, List<Address> all, List<Address> offered, List<String> titles) {
        Matcher exact = EXACT.matcher(written.strip());
        if (exact.matches()) {
            List<Address> ofStep = all.stream()
                    .filter(each -> isStep(exact.group(1), each.step, titles))
                    .toList();
            if (!ofStep.isEmpty()) {
                return within(written, exact.group(2).strip(), ofStep, offered);
            }
        }
        return within(written, written.strip(), all, offered);
    }

    private static boolean isStep(String words, int step, List<String> titles) {
        return words.equals(String.valueOf(step)) || words.equals(titles.get(step));
    }

    private static Meaning within(String written, String wanted, List<Address> all, List<Address> offered) {
        List<Address> found = all.stream()
                .filter(each -> String.valueOf(each.index).equals(wanted) && written.contains(":"))
                .limit(1)
                .toList();
        if (found.isEmpty()) {
            found = all.stream().filter(each -> each.name.equals(wanted)).toList();
        }
        if (found.isEmpty()) {
            found = all.stream()
                    .filter(each ->
                            !wanted.isEmpty() && each.description.strip().equals(wanted))
                    .toList();
        }
        return switch (found.size()) {
            case 0 ->
                new Meaning.None("no argument is called '%s'; %s"
                        .formatted(
                                Shown.text(written),
                                offered.isEmpty()
                                        ? "none may be edited"
                                        : "those that may be edited are " + listed(offered)));
            case 1 -> new Meaning.One(found.getFirst());
            default -> new Meaning.None("'%s' could be any of %s".formatted(Shown.text(written), listed(found)));
        };
    }

    private static String listed(List<Address> addresses) {
        return addresses.stream().map(Address::toString).collect(Collectors.joining(", "));
    }

    /// By which an edit always finds it: `0:2`.
    public String exact() {
        return step + ":" + index;
    }

    /// Its name, else its description, else where it stands.
    public String words() {
        String words = name.isBlank() ? description : name;
        return words.isBlank() ? exact() : Shown.text(words);
    }

    /// Exact, and with words for a person: `0:2 (radius)`.
    @Override
    public String toString() {
        return words().equals(exact()) ? exact() : exact() + " (" + words() + ")";
    }
}

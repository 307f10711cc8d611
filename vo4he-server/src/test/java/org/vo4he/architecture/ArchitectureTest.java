// SPDX-License-Identifier: Apache-2.0
package org.vo4he.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The code against the tables of ARCHITECTURE.md: neither can go stale without the other.
class ArchitectureTest {

    private static final String ROOT = "org.vo4he.";

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.vo4he");

    private final ArchitecturePage page = ArchitecturePage.read();

    ArchitectureTest() throws IOException {}

    @Test
    void everyPackageImportsOnlyWhatItsRowAllows() {
        Set<String> offences = new TreeSet<>();
        for (JavaClass from : production()) {
            Set<String> allowed = page.mayImport().getOrDefault(ourPackage(from), Set.of());
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                String target = ourPackage(dependency.getTargetClass());
                boolean fine = target.isEmpty()
                        || target.equals(ourPackage(from))
                        || allowed.contains(target)
                        || allowed.contains("all");
                if (!fine) {
                    offences.add(ourPackage(from) + " may not import " + target + ": " + dependency.getDescription());
                }
            }
        }
        assertThat(offences).isEmpty();
    }

    @Test
    void theTableListsExactlyThePackagesThatHaveCode() {
        assertThat(page.mayImport().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        production().stream().map(ArchitectureTest::ourPackage).collect(Collectors.toSet()));
    }

    @Test
    void everyImportThatTheTableAllowsNamesAPackageOfTheTable() {
        for (Set<String> imports : page.mayImport().values()) {
            Set<String> unknown = new TreeSet<>(imports);
            unknown.removeAll(page.mayImport().keySet());
            unknown.remove("all");
            assertThat(unknown).isEmpty();
        }
    }

    /// What waits for a program may be confined as the program is: it must start no thread, as the future does.
    @Test
    void nobodyAsksForTheFutureOfAProcess() {
        assertThat(CODE.stream()
                        .flatMap(code -> code.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getName().equals("onExit"))
                        .map(call -> call.getDescription()))
                .isEmpty();
    }

    @Test
    void nobodyImportsTheCommandLine() {
        assertThat(page.mayImport().values()).noneMatch(imports -> imports.contains("cli"));
    }

    @Test
    void aGuardedLibraryIsSeenByItsOnePackageOnly() {
        Set<String> offences = new TreeSet<>();
        for (JavaClass from : production()) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                guardian(dependency.getTargetClass())
                        .filter(guardian -> !guardian.equals(ourPackage(from)))
                        .ifPresent(guardian -> offences.add("only " + guardian + ": " + dependency.getDescription()));
            }
        }
        assertThat(offences).isEmpty();
    }

    @Test
    void thePackagesThatOthersCouldTakeImportNothingOfOurs() {
        assertThat(Set.of("diagnostics", "units", "time", "sphere", "obscore", "votable", "security"))
                .allSatisfy(
                        name -> assertThat(page.mayImport().get(name)).as(name).isEmpty());
    }

    private Optional<String> guardian(JavaClass used) {
        return page.onlySeenBy().entrySet().stream()
                .filter(library -> (used.getPackageName() + ".").startsWith(library.getKey() + "."))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
    }

    private static Set<JavaClass> production() {
        return CODE.stream()
                .filter(code -> !ourPackage(code).isEmpty() && !ourPackage(code).equals("testkit"))
                .collect(Collectors.toSet());
    }

    /// `fits` for a class of `org.vo4he.fits` and below; empty for a class that is not ours.
    private static String ourPackage(JavaClass code) {
        String name = code.getPackageName() + ".";
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).replaceFirst("\\..*", "") : "";
    }
}

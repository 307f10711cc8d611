// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.SharedData;

/// The script `./vo4he`, copied into a folder with a blank in its name, with programs in place of Java and Maven that
/// print how they were called.
class LauncherTest {

    @TempDir
    Path folder;

    private Path house;
    private Path jdk;

    private record Ended(int exitCode, String out, String err) {}

    @BeforeEach
    void furnish() throws IOException {
        house = Files.createDirectories(folder.resolve("a house"));
        Files.copy(SharedData.checkout().resolve("vo4he"), house.resolve("vo4he"), StandardCopyOption.COPY_ATTRIBUTES);
        jdk = jdk("jdk 25", "25.0.1");
        Files.createDirectories(house.resolve("vo4he-server/target"));
        Files.writeString(house.resolve("vo4he-server/target/vo4he-server.jar"), "");
    }

    @Test
    void argumentsAndPathsWithBlanksReachJavaAsTheyAre() throws Exception {
        Ended ended = run(Map.of(), "show", "an event list.fits", "--set", "a=b  c'd\"e$f");

        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.out().lines())
                .containsSubsequence(
                        "java 25.0.1",
                        "<-jar>",
                        "<" + house.toRealPath().resolve("vo4he-server/target/vo4he-server.jar") + ">",
                        "<show>",
                        "<an event list.fits>",
                        "<--set>",
                        "<a=b  c'd\"e$f>");
    }

    @Test
    void theExitCodeIsThatOfTheProgram() throws Exception {
        Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\nexit 130\n");

        assertThat(run(Map.of(), "serve", ".").exitCode()).isEqualTo(130);
    }

    @Test
    void anOlderJavaHomeIsPassedOverForANewerJavaOnThePath() throws Exception {
        Path older = jdk("jdk 17", "17.0.15");

        Ended ended = run(
                Map.of("JAVA_HOME", older.toString(), "PATH", jdk.resolve("bin") + ":" + System.getenv("PATH")),
                "config");

        assertThat(ended.out()).contains("java 25.0.1");
    }

    /// A sparse file: its size alone is looked at, also through a link.
    @Test
    void theQuickCompilerIsForSmallFilesAndTheThoroughOneForLargeOnes() throws Exception {
        Path small = Files.writeString(folder.resolve("a few events.fits"), "SIMPLE");
        Path large = folder.resolve("many events.fits");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(40L << 20);
        }
        Path link = Files.createSymbolicLink(folder.resolve("linked events.fits"), large);

        assertThat(run(Map.of(), "extract", "--json", small.toString()).out()).contains("TieredStopAtLevel=1");
        assertThat(run(Map.of(), "extract", large.toString(), "--json").out()).doesNotContain("TieredStopAtLevel");
        assertThat(run(Map.of(), "extract", link.toString(), small.toString()).out())
                .doesNotContain("TieredStopAtLevel");
        assertThat(run(Map.of(), "harvest", large.toString()).out()).contains("TieredStopAtLevel=1");
        assertThat(run(Map.of(), "serve", small.toString()).out()).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void calledThroughASymbolicLinkItFindsItsHouse() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), house.resolve("vo4he"));

        assertThat(start(link, Map.of(), "config").out()).contains(house.toRealPath() + "/vo4he-server/target");
    }

    @Test
    void inThePlainLocaleFileNamesAreStillUtf8() throws Exception {
        Ended ended = run(Map.of("LC_ALL", "C", "LANG", ""), "config");

        assertThat(ended.out()).contains("locale C.UTF-8");
    }

    @Test
    void itBuildsOnFirstUseWithOneLineAndNotAgain() throws Exception {
        checkoutWithMaven("#!/bin/sh\necho built >> \"$PWD/builds\"\necho Maven chatters\n");

        Ended first = run(withMaven(), "config");
        Ended second = run(withMaven(), "config");

        assertThat(first.err())
                .startsWith("vo4he: building in " + house.toRealPath())
                .hasLineCount(1);
        assertThat(first.out()).doesNotContain("chatters");
        assertThat(second.err()).isEmpty();
        assertThat(house.resolve("builds")).hasContent("built");
    }

    @Test
    void itBuildsAgainWhenASourceIsNewer() throws Exception {
        checkoutWithMaven("#!/bin/sh\necho built >> \"$PWD/builds\"\n");
        run(withMaven(), "config");
        Path stamp = house.resolve("vo4he-server/target/built-by-launcher");
        Files.setLastModifiedTime(
                house.resolve("vo4he-server/src/main/A.java"),
                FileTime.fromMillis(Files.getLastModifiedTime(stamp).toMillis() + 5000));

        run(withMaven(), "config");

        assertThat(Files.readAllLines(house.resolve("builds"))).hasSize(2);
    }

    @Test
    void aFailedBuildShowsItsReasonAndEndsWithCode3() throws Exception {
        checkoutWithMaven("#!/bin/sh\necho 'A.java:3: missing semicolon'\nexit 1\n");

        Ended ended = run(withMaven(), "config");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err()).contains("A.java:3: missing semicolon").contains("could not be built");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void ofSeveralAtOnceOneBuildsAndTheOthersWaitForIt() throws Exception {
        checkoutWithMaven("#!/bin/sh\nsleep 2\necho built >> \"$PWD/builds\"\n");

        List<Process> started = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            started.add(builder(house.resolve("vo4he"), withMaven(), "config")
                    .redirectOutput(folder.resolve("out" + i).toFile())
                    .redirectError(folder.resolve("err" + i).toFile())
                    .start());
        }

        for (int i = 0; i < started.size(); i++) {
            assertThat(started.get(i).waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(folder.resolve("out" + i))).startsWith("java 25.0.1");
        }
        assertThat(house.resolve("builds")).hasContent("built");
        assertThat(house.resolve("vo4he-server/target/launcher.lock")).doesNotExist();
    }

    @Test
    void aLockWhoseHolderHasEndedIsClearedAway() throws Exception {
        checkoutWithMaven("#!/bin/sh\necho built >> \"$PWD/builds\"\n");
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path lock = Files.createDirectories(house.resolve("vo4he-server/target/launcher.lock"));
        Files.writeString(lock.resolve("holder"), machine() + " " + ended.pid() + "\n");

        Ended run = run(withMaven(), "config");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(house.resolve("builds")).hasContent("built");
        assertThat(lock).doesNotExist();
    }

    @Test
    void aFailedBuildLeavesNoLock() throws Exception {
        checkoutWithMaven("#!/bin/sh\nexit 1\n");

        assertThat(run(withMaven(), "config").exitCode()).isEqualTo(3);

        assertThat(house.resolve("vo4he-server/target/launcher.lock")).doesNotExist();
    }

    private static String machine() throws Exception {
        Process uname = new ProcessBuilder("uname", "-n").start();
        return new String(uname.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /// A folder with the look of a JDK, whose `java` prints its version, its locale and its arguments.
    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/javac"), "#!/bin/sh\n");
        program(
                home.resolve("bin/java"),
                "#!/bin/sh\necho java " + version + "\necho locale $LC_ALL\nprintf '<%s>\\n' \"$@\"\n");
        return home;
    }

    private void checkoutWithMaven(String maven) throws IOException {
        for (String module : List.of("vo4he-core", "vo4he-analysis", "vo4he-server")) {
            Files.createDirectories(house.resolve(module + "/src/main"));
            Files.writeString(house.resolve(module + "/pom.xml"), "");
        }
        Files.writeString(house.resolve("pom.xml"), "");
        Files.writeString(house.resolve("vo4he-server/src/main/A.java"), "");
        program(Files.createDirectories(folder.resolve("maven")).resolve("mvn"), maven);
    }

    private Map<String, String> withMaven() {
        return Map.of("PATH", folder.resolve("maven") + ":" + System.getenv("PATH"));
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended run(Map<String, String> environment, String... arguments) throws Exception {
        return start(house.resolve("vo4he"), environment, arguments);
    }

    private Ended start(Path script, Map<String, String> environment, String... arguments) throws Exception {
        Path err = folder.resolve("err");
        Process process = builder(script, environment, arguments)
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), out, Files.readString(err));
    }

    private ProcessBuilder builder(Path script, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().putAll(environment);
        return builder;
    }
}

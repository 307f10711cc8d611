// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.provenance.ProvenanceSchema;
import org.vo4he.testkit.FitsBuilder;

/// `vo4he provenance` of files, and of a product in a state folder.
class ProvenanceCommandTest {

    @TempDir
    private Path folder;

    private Path reduced() {
        FitsBuilder events = new FitsBuilder();
        events.primary().card("CREATOR", "evselect 3.7");
        events.write(folder.resolve("raw.fits"));
        FitsBuilder builder = new FitsBuilder();
        builder.primary()
                .rawCard("HIERARCH ESO PRO REC1 ID = 'reduce'")
                .rawCard("HIERARCH ESO PRO REC1 RAW1 NAME = 'raw.fits'");
        return builder.write(folder.resolve("reduced.fits"));
    }

    @Test
    void stepsAreAReadableList() {
        CommandRun run = CommandRun.of("provenance", reduced());

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).isEqualTo("""
                step 0: reduce
                  observed in ESO PRO REC1 of PRIMARY
                  0:1    input      RAW1 raw.fits
                """);
    }

    @Test
    void inputsThatLieBesideTheFileAreFollowedToTheDepth() {
        Path file = reduced();

        assertThat(CommandRun.of("provenance", file, "--depth", "2").out())
                .contains("step 0: reduce")
                .contains("\n" + folder.resolve("raw.fits").toAbsolutePath().normalize() + "\n\nstep 0: ");
        assertThat(CommandRun.of("provenance", file, "--format", "provn").out().lines())
                .filteredOn(line -> line.startsWith("  activity("))
                .hasSize(1);
        assertThat(CommandRun.of("provenance", file, "--format", "provn", "--depth", "2")
                        .out()
                        .lines())
                .filteredOn(line -> line.startsWith("  activity("))
                .hasSize(2);
    }

    @Test
    void jsonOfAPipelineIsDrawnIntoAFile() throws Exception {
        Path json = Files.writeString(
                folder.resolve("steps.json"),
                "[{\"name\":\"extract\",\"args\":[{\"index\":1,\"parameter\":{\"value\":\"2\"}}]}]");
        Path svg = folder.resolve("made.svg");

        CommandRun run = CommandRun.of("provenance", json, "--format", "svg", "--out", svg);

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(svg).content().startsWith("<svg ").contains("extract");
    }

    @Test
    void whatTellsNothingIsRefusedWithASentence() throws Exception {
        Path plain = new FitsBuilder().write(folder.resolve("plain.fits"));
        Path text = Files.writeString(folder.resolve("note.txt"), "hello");

        assertThat(CommandRun.of("provenance", plain))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(3))
                .satisfies(run -> assertThat(run.err()).contains("tells nothing of how it was made"));
        assertThat(CommandRun.of("provenance", text).err())
                .contains("note.txt is neither FITS (")
                .contains(") nor provenance JSON (not JSON");
        assertThat(CommandRun.of("provenance", folder.resolve("none")).exitCode())
                .isEqualTo(3);
        assertThat(CommandRun.of("provenance", plain, "--depth", "0").exitCode())
                .isEqualTo(2);
    }

    @Test
    void aFormIsRefusedWithThoseThatCanBeTyped() {
        assertThat(CommandRun.of("provenance", "d.fits", "--format", "xml").err())
                .contains("expected one of [text, json, provn, dot, svg, seed]");
    }

    @ParameterizedTest
    @CsvSource({"text, ivo://a.b/c?d.fits", "seed, ivo://a.b/c?d.fits", "seed, d.fits"})
    void aDepthIsRefusedWhereOneProductIsToldOf(String format, String subject) {
        CommandRun run = CommandRun.of("provenance", subject, "--format", format, "--depth", "2");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--depth does not go with --format " + format);
    }

    @Test
    void aDidIsFollowedThroughTheArchive() {
        FitsBuilder builder = new FitsBuilder();
        builder.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("CREATOR", "evselect 3.7")
                .column("TIME", "D", 1.0, 2.0)
                .column("PI", "J", 300, 400);
        builder.write(folder.resolve("data/events.fits"));
        Path state = folder.resolve("state");
        CommandRun harvest = CommandRun.of("harvest", folder.resolve("data"), "--state", state);
        assertThat(harvest.exitCode()).as(harvest.toString()).isZero();
        String did = CommandRun.of("query", "SELECT obs_publisher_did FROM ivoa.obscore", "--state", state)
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .replace("\"", "");

        CommandRun json = CommandRun.of("provenance", did, "--format", "json", "--state", state);
        CommandRun text = CommandRun.of("provenance", did, "--state", state);

        CommandRun schema = CommandRun.of("get", "/schemas/provenance.json", "--state", state);

        assertThat(schema.out()).isEqualTo(ProvenanceSchema.SUPERSET.json());
        assertThat(json.out()).as(json.toString()).contains("\"wasGeneratedBy\"", "evselect");
        assertThat(text.out()).as(text.toString()).startsWith("step 0: evselect\n");
    }
}

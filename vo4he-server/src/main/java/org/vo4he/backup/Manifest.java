// SPDX-License-Identifier: Apache-2.0
package org.vo4he.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// What a backup says of itself, in its last member `manifest.json`: a file that was cut has none.
///
/// @param format of the backup: 2; 1 had no files of published products
/// @param program version of the vo4he that made it
/// @param schema version of the database's schema
/// @param made when, UTC, ISO 8601
public record Manifest(
        @JsonProperty("format") int format,
        @JsonProperty("program") String program,
        @JsonProperty("schema") int schema,
        @JsonProperty("made") String made,
        @JsonProperty("members") List<Member> members) {

    static final int FORMAT = 2;
    static final String NAME = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /// One file of the state.
    ///
    /// @param sha256 in hexadecimal, of the file itself
    public record Member(
            @JsonProperty("name") String name,
            @JsonProperty("bytes") long bytes,
            @JsonProperty("sha256") String sha256) {

        public Member {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    public Manifest {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(made, "made");
        members = List.copyOf(members);
    }

    /// Bytes of all members.
    public long bytes() {
        return members.stream().mapToLong(Member::bytes).sum();
    }

    /// How many of them are files of products that were remade and published.
    public long publishedFiles() {
        return members.stream()
                .filter(member -> PublishedFiles.isOne(member.name()))
                .count();
    }

    byte[] json() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static Manifest parse(byte[] json) throws IOException {
        return JSON.readValue(json, Manifest.class);
    }
}

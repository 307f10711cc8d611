// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.fits.FitsFile;
import org.vo4he.mapping.NamePattern;
import org.vo4he.ogip.HeaderChain;

/// The product profiles of an archive. Immutable.
public final class Profiles {

    private static final Profiles NONE = new Profiles(List.of(), "");

    private final List<ProductProfile> profiles;
    private final List<NamePattern> patterns;
    private final String hash;

    private Profiles(List<ProductProfile> profiles, String hash) {
        this.profiles = List.copyOf(profiles);
        this.patterns = profiles.stream()
                .map(profile -> NamePattern.of(profile.match()))
                .toList();
        this.hash = hash;
    }

    /// No profiles.
    public static Profiles none() {
        return NONE;
    }

    /// These, in the order in which patterns are tried.
    public static Profiles of(List<ProductProfile> profiles) {
        return new Profiles(profiles, Integer.toHexString(profiles.hashCode()));
    }

    /// All definitions of a folder, in the order of their names: `*.yaml` in vo4he's own form, `*.json` in the seed's
    /// or as SVOM product cards.
    ///
    /// @throws ProfileException if the folder can't be read, a definition is wrong, or two have one name
    public static Profiles read(Path folder) throws ProfileException {
        List<ProductProfile> profiles = new ArrayList<>();
        MessageDigest digest = sha256();
        Map<String, Path> names = new HashMap<>();
        for (Path file : definitions(folder)) {
            try {
                digest.update(Files.readAllBytes(file));
            } catch (IOException e) {
                throw new ProfileException(file.getFileName() + " can't be read: " + e.getMessage(), e);
            }
            for (ProductProfile profile : ProfileReader.read(file).profiles()) {
                Path other = names.put(profile.name(), file);
                if (other != null) {
                    throw new ProfileException(other.getFileName() + " and " + file.getFileName()
                            + " both define the profile '" + profile.name() + "'");
                }
                profiles.add(profile);
            }
        }
        return new Profiles(profiles, HexFormat.of().formatHex(digest.digest()));
    }

    private static List<Path> definitions(Path folder) throws ProfileException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            throw new ProfileException("there is no folder of profiles " + folder, e);
        } catch (IOException e) {
            throw new ProfileException("the folder of profiles " + folder + " can't be read: " + e.getMessage(), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public List<ProductProfile> all() {
        return profiles;
    }

    /// Changes when a definition does; empty when there are none.
    public String hash() {
        return hash;
    }

    /// The profile of a file: that of its CARD keyword, else the first whose pattern fits the path.
    public Optional<ProfileMatch> match(FitsFile file) {
        if (profiles.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> card = file.hdus().stream()
                .map(hdu -> HeaderChain.of(hdu).text("CARD"))
                .flatMap(Optional::stream)
                .map(HeaderChain.Found::value)
                .findFirst();
        return card.flatMap(this::ofCard)
                .or(() -> byName(file.path()))
                .map(profile -> new ProfileMatch(file, profile, card));
    }

    private Optional<ProductProfile> ofCard(String card) {
        return profiles.stream()
                .filter(profile -> profile.cards().stream().anyMatch(card.strip()::equalsIgnoreCase))
                .findFirst();
    }

    private Optional<ProductProfile> byName(Path path) {
        for (int i = 0; i < profiles.size(); i++) {
            if (!profiles.get(i).match().isEmpty()
                    && patterns.get(i).match(path).isPresent()) {
                return Optional.of(profiles.get(i));
            }
        }
        return Optional.empty();
    }
}

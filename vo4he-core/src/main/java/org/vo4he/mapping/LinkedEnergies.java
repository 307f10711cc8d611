// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.ogip.EnergyTable;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.HeaderChain;

/// The photon energies for which the response of a spectrum is made: of its RMF, else of its ARF, which has the
/// same grid (CAL/GEN/92-002, section 3).
final class LinkedEnergies {

    private final Draft draft;

    LinkedEnergies(Draft draft) {
        this.draft = draft;
    }

    /// @param file as the header names it
    record Linked(EnergyTable.Covered covered, String file) {}

    Optional<Linked> read() {
        for (String keyword : List.of("RESPFILE", "ANCRFILE")) {
            Optional<HeaderChain.Found<String>> card =
                    draft.headers().text(keyword).filter(named -> LinkedNames.namesAFile(named.value()));
            Optional<Linked> linked = card.flatMap(this::follow);
            if (linked.isPresent()) {
                return linked;
            }
        }
        return Optional.empty();
    }

    private Optional<Linked> follow(HeaderChain.Found<String> card) {
        String name = LinkedNames.bare(card.value());
        Optional<Path> path = draft.linked().find(name);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (Files.isSameFile(path.get(), draft.file().path())) {
                return Optional.empty();
            }
            draft.consulted().add(path.get());
            try (FitsFile response = FitsFile.open(path.get())) {
                return energies(response).map(covered -> new Linked(covered, name));
            }
        } catch (IOException | NotFitsException e) {
            draft.find(
                    MappingFinding.LINKED_UNREADABLE, card.hdu(), card.keyword(), "'" + name + "': " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<EnergyTable.Covered> energies(FitsFile response) throws IOException {
        Optional<EnergyTable.Covered> photons = Optional.empty();
        Optional<EnergyTable.Covered> channels = Optional.empty();
        for (Hdu hdu : response.hdus()) {
            switch (HduContent.of(hdu)) {
                case RMF, ARF -> {
                    if (photons.isEmpty()) {
                        photons = EnergyTable.read(hdu, "ENERG_LO", "ENERG_HI");
                    }
                }
                case EBOUNDS -> channels = EnergyTable.read(hdu, "E_MIN", "E_MAX");
                default -> {}
            }
        }
        Optional<EnergyTable.Covered> otherwise = channels;
        return photons.or(() -> otherwise);
    }
}

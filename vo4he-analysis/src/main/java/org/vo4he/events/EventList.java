// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.HduKind;
import org.vo4he.fits.NotFitsException;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.HeaderChain;

/// An open file of events (OGIP/94-003, GADF): the table of its events, and what the file says about places,
/// energies, times and good times. Events are not read before [Extraction] does.
///
/// Not safe for several threads.
public final class EventList implements AutoCloseable {

    private static final List<String> CHANNELS = List.of("PI", "PHA", "CHANNEL", "PI_FAST", "ISGRI_PI", "PULSE_HEIGHT");
    private static final List<String> CHIPS = List.of("CCD_ID", "CCDNR", "CCD_NR", "TM_NR", "CHIP");

    private final FitsFile file;
    private final Hdu hdu;
    private final HeaderChain headers;
    private final List<Finding> findings = new ArrayList<>();
    private final Optional<TableColumn> time;
    private final Optional<TableColumn> channel;
    private final Optional<TableColumn> chip;
    private final EventClock clock;
    private final GoodTimeSet goodTimes;
    private final Optional<EventPlaces> places;
    private final EventEnergies energies;
    private final Optional<ChannelTable> response;

    private EventList(FitsFile file, Hdu hdu, Optional<ResponseChannels> response) throws IOException {
        this.file = file;
        this.hdu = hdu;
        this.headers = HeaderChain.of(hdu, file.hdus().getFirst());
        this.time = hdu.column("TIME").filter(TableColumn::isScalarNumber);
        this.channel = firstOf(CHANNELS);
        this.chip = firstOf(CHIPS);
        this.clock = EventClock.of(headers, time, file.path() + " " + hdu, findings);
        this.goodTimes = GoodTimeSet.of(file, clock);
        this.places = EventPlaces.of(hdu, findings);
        this.energies = EventEnergies.of(file, hdu, channel, response);
        this.response = response.map(ResponseChannels::channels);
    }

    /// Opens the first event list of a file, as ObsCore describes it.
    ///
    /// @throws NotFitsException if it is no FITS file
    /// @throws EventsException if it has no event list
    public static EventList open(Path path) throws IOException, NotFitsException, EventsException {
        return open(path, Optional.empty());
    }

    /// As the other, with a response whose EBOUNDS gives energies to channels, before that of the file itself.
    ///
    /// @throws EventsException also if the response has none
    public static EventList open(Path path, Optional<Path> response)
            throws IOException, NotFitsException, EventsException {
        Optional<ResponseChannels> channels =
                response.isPresent() ? Optional.of(ResponseChannels.read(response.get())) : Optional.empty();
        FitsFile file = FitsFile.open(path);
        try {
            return of(
                    file,
                    file.hdus().stream()
                            .filter(hdu -> HduContent.of(hdu) == HduContent.EVENT_LIST)
                            .findFirst()
                            .orElseThrow(() -> new EventsException(without(file))),
                    channels);
        } catch (IOException | EventsException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static String without(FitsFile file) {
        Optional<Hdu> named = file.hdus().stream()
                .filter(hdu -> hdu.header()
                        .text("HDUCLAS1")
                        .filter(text -> text.strip().equalsIgnoreCase("EVENTS"))
                        .isPresent())
                .findFirst();
        return named.map(hdu -> file.path() + " " + hdu + " says HDUCLAS1 'EVENTS', and has no column of events: no"
                        + " TIME, none of channels, energies or pixels, no RA and DEC")
                .orElse(file.path() + " has no event list: no table with HDUCLAS1 'EVENTS', or with TIME and a column"
                        + " of photons");
    }

    private static EventList of(FitsFile file, Hdu hdu, Optional<ResponseChannels> response)
            throws IOException, EventsException {
        if (hdu.kind() != HduKind.BINARY_TABLE) {
            throw new EventsException(file.path() + " " + hdu + " is no binary table");
        }
        if (!hdu.isComplete()) {
            throw new EventsException(file.path() + " " + hdu + ": the file ends within its " + hdu.rows() + " rows");
        }
        return new EventList(file, hdu, response);
    }

    private Optional<TableColumn> firstOf(List<String> names) {
        return names.stream()
                .map(hdu::column)
                .flatMap(Optional::stream)
                .filter(TableColumn::isScalarNumber)
                .findFirst();
    }

    public Path path() {
        return file.path();
    }

    /// The whole file, for what is copied with the events.
    public FitsFile file() {
        return file;
    }

    /// The table of events.
    public Hdu hdu() {
        return hdu;
    }

    /// Its header, then that of the primary HDU.
    public HeaderChain headers() {
        return headers;
    }

    /// How many events.
    public long rows() {
        return hdu.rows();
    }

    /// What is wrong with the description of the events.
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// The column TIME, if there is one.
    public Optional<TableColumn> time() {
        return time;
    }

    /// The column that spectra are binned by, if nothing else is asked for: the first of PI, PHA, CHANNEL, ….
    public Optional<TableColumn> channel() {
        return channel;
    }

    /// The column that tells the chip, if there is one.
    public Optional<TableColumn> chip() {
        return chip;
    }

    public EventClock clock() {
        return clock;
    }

    public GoodTimeSet goodTimes() {
        return goodTimes;
    }

    /// Where the events fell; empty if the list does not say.
    public Optional<EventPlaces> places() {
        return places;
    }

    /// All good times, or start to end without them; without end where nothing is known. Of a mosaic of chips those of
    /// all together.
    public Intervals knownGoodTimes() {
        return Exposures.goodTimes(this, Intervals.ALWAYS, Optional.empty()).intervals();
    }

    /// Whether good times, or start and end, are known, which an exposure is told by.
    public boolean hasExposure() {
        return Exposures.goodTimes(this, Intervals.ALWAYS, Optional.empty()).known();
    }

    public EventEnergies energies() {
        return energies;
    }

    /// Energies of channels by the response that was given.
    public Optional<ChannelTable> response() {
        return response;
    }

    TableColumn timeOrFail() throws EventsException {
        return time.orElseThrow(() -> new EventsException(path() + " " + hdu + " has no column TIME of numbers"));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

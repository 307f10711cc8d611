// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.http.ServiceException;
import org.vo4he.plot.CurvePlot;
import org.vo4he.plot.EnergyAxisUnit;
import org.vo4he.plot.Figure;
import org.vo4he.plot.Plot;
import org.vo4he.plot.PlotData;
import org.vo4he.plot.PlotKind;
import org.vo4he.plot.PlotOptions;
import org.vo4he.plot.ProductPlots;
import org.vo4he.plot.UndrawableException;

/// Draws a product in one of the formats. A product without picture gives one that bears the reason, and an empty
/// table that does: a link of its DataLink answer leads there.
final class PreviewDrawing {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewDrawing.class);

    private PreviewDrawing() {}

    /// @throws ServiceException.Usage when the product has no plot of that kind, or a parameter is of no use for it
    /// @throws ServiceException.NotFound when JSON is asked of what has no numbers, or its file has just gone
    /// @throws ServiceException.Unavailable when nobody may read the file now
    static byte[] of(PreviewSource source, PreviewParameters wanted, PreviewFormat format) throws IOException {
        try {
            ProductPlots plots = ProductPlots.of(source.file(), source.product().hduIndex(), source.companions());
            Plot plot = plots.plot(kind(plots, wanted), wanted.options());
            wanted.requireUsedBy(plot);
            return written(plot, plots.kinds(), format);
        } catch (UndrawableException e) {
            return undrawable(source, wanted.options(), format, e.reason());
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw outOfReach(e);
        } catch (IOException e) {
            LOG.warn("no preview of {}: {}", source.product().path(), e.toString());
            return undrawable(source, wanted.options(), format, "it can't be read to its end");
        }
    }

    /// What a page says of the pictures of a product before they are looked at.
    static List<Preview> previews(PreviewSource source) throws IOException {
        try {
            ProductPlots plots = ProductPlots.of(source.file(), source.product().hduIndex(), source.companions());
            List<Preview> previews = new ArrayList<>();
            for (PlotKind kind : plots.kinds()) {
                previews.add(preview(source, plots, kind, PlotOptions.standard()));
            }
            return previews;
        } catch (UndrawableException e) {
            return List.of(Preview.none(sentence(source, e.reason())));
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw outOfReach(e);
        } catch (IOException e) {
            LOG.warn("no preview of {}: {}", source.product().path(), e.toString());
            return List.of(Preview.none(sentence(source, "it can't be read to its end")));
        }
    }

    /// The same of one picture, as somebody wants to see it.
    ///
    /// @throws ServiceException.Usage when the product has no plot of that kind, or a parameter is of no use for it
    static Preview preview(PreviewSource source, PreviewParameters wanted) throws IOException {
        try {
            ProductPlots plots = ProductPlots.of(source.file(), source.product().hduIndex(), source.companions());
            Plot plot = plots.plot(kind(plots, wanted), wanted.options());
            wanted.requireUsedBy(plot);
            return preview(plot);
        } catch (UndrawableException e) {
            return Preview.none(sentence(source, e.reason()));
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw outOfReach(e);
        }
    }

    private static PlotKind kind(ProductPlots plots, PreviewParameters wanted) {
        PlotKind kind = wanted.kind().orElse(plots.kinds().getFirst());
        if (!plots.kinds().contains(kind)) {
            throw new ServiceException.Usage(
                    "parameter plot: this product is not drawn as " + kind.word() + ", but as " + words(plots.kinds()));
        }
        return kind;
    }

    private static Preview preview(PreviewSource source, ProductPlots plots, PlotKind kind, PlotOptions options)
            throws IOException {
        try {
            return preview(plots.plot(kind, options));
        } catch (UndrawableException e) {
            return Preview.none(sentence(source, e.reason()));
        }
    }

    private static Preview preview(Plot plot) {
        PlotData data = plot.data();
        Optional<CurvePlot> curve = plot instanceof CurvePlot drawn ? Optional.of(drawn) : Optional.empty();
        return new Preview(
                plot.kind().word(),
                plot.title(),
                plot.description(),
                !data.series().isEmpty(),
                axis(data.x()),
                axis(data.y()),
                curve.map(CurvePlot::row).orElse(1L),
                curve.map(CurvePlot::rows).orElse(1L));
    }

    private static Preview.Axis axis(PlotData.Axis axis) {
        return new Preview.Axis(
                EnergyAxisUnit.along(axis).map(EnergyAxisUnit::word).orElse(""),
                axis.scale().word(),
                axis.range().low(),
                axis.range().high());
    }

    private static String words(List<PlotKind> kinds) {
        return kinds.stream().map(PlotKind::word).collect(Collectors.joining(", "));
    }

    private static byte[] written(Plot plot, List<PlotKind> kinds, PreviewFormat format) throws IOException {
        return switch (format) {
            case PNG -> plot.png();
            case SVG -> plot.svg().getBytes(StandardCharsets.UTF_8);
            case JSON -> PlotJson.of(plot, kinds);
            case VOT -> PlotVotable.of(plot);
        };
    }

    private static byte[] undrawable(PreviewSource source, PlotOptions options, PreviewFormat format, String reason)
            throws IOException {
        String sentence = sentence(source, reason);
        Figure figure = Figure.saying(source.product().fileName(), sentence, options);
        return switch (format) {
            case PNG -> figure.png();
            case SVG -> figure.svg().getBytes(StandardCharsets.UTF_8);
            case JSON -> throw new ServiceException.NotFound(sentence);
            case VOT -> PlotVotable.none(sentence);
        };
    }

    /// Names the file as the archive does, not as the server's disk does.
    private static String sentence(PreviewSource source, String reason) {
        return "No picture of " + source.product().path() + " (HDU "
                + source.product().hduIndex() + "): " + reason;
    }

    /// Nothing that is said of such a file may be kept: it may be there again in a moment.
    private static ServiceException outOfReach(FileSystemException e) {
        LOG.debug("{}", e.toString());
        return e instanceof AccessDeniedException
                ? new ServiceException.Unavailable("the file of this product can't be read at the moment")
                : new ServiceException.NotFound(
                        "the file of this product is not there any more; the next harvest will withdraw it");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vo4he.http.Parameters;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.StoreException;

/// What pictures there are of a product. The assembly connects it to whoever draws them.
public interface ProductPreviews {

    /// @param kind as the parameter `plot` of `/previews/` takes it; empty when nothing can be drawn
    /// @param title a few words
    /// @param description the picture in words, or why there is none
    /// @param curves whether its numbers can be drawn again by a script
    /// @param row the spectrum that is shown, from 1
    /// @param rows spectra to choose from by the parameter `row`
    record Preview(String kind, String title, String description, boolean curves, Axis x, Axis y, long row, long rows) {

        Preview(String kind, String title, String description, boolean curves, Axis x, Axis y) {
            this(kind, title, description, curves, x, y, 1, 1);
        }

        boolean canBeDrawn() {
            return !kind.isEmpty();
        }
    }

    /// What is shown along one side.
    ///
    /// @param energyUnit as the parameter `unit` takes it; empty where it can't be chosen
    /// @param scale `linear` or `log`
    record Axis(String energyUnit, String scale, double low, double high) {}

    /// The pictures of a product, the one that stands for it first; empty when that is not known within `patience`.
    List<Preview> of(ProductRecord product, Duration patience) throws StoreException;

    /// One of the pictures as a visitor has chosen it: in another unit, on another scale, a part of it. Empty when that
    /// is not known within `patience`.
    ///
    /// @param choices parameters of `/previews/`
    /// @throws org.vo4he.http.ServiceException.Usage when there is no such picture of any product
    Optional<Preview> chosen(ProductRecord product, Parameters choices, Duration patience) throws StoreException;
}

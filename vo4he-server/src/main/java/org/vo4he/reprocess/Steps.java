// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.List;
import java.util.Optional;
import org.vo4he.provenance.ProvenanceStep;

/// What can be run here. A product names a program; what is executed for it is decided here, never by the product.
public interface Steps {

    /// What runs a recorded step: by its name, else by the file name of its program.
    Optional<Step> of(ProvenanceStep recorded);

    /// All names that lead to a step.
    List<String> names();
}

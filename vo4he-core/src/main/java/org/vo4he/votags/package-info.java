// SPDX-License-Identifier: Apache-2.0
/// The VO-TAGS extension of a FITS file: the 60 ObsCore keywords and the provenance JSON that a product
/// carries itself.
///
/// Reads what others wrote tolerantly and says what was odd; writes one exact layout without touching any
/// other HDU. Knows nothing of inference: that a tag was once inferred is recorded here, what follows from it
/// is decided by `product`. Start at [org.vo4he.votags.VoTags] and the table
/// [org.vo4he.votags.VoTagsKeyword].
package org.vo4he.votags;

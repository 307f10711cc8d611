// SPDX-License-Identifier: Apache-2.0
/// From what a file says to ObsCore: the archivist's rules, and inference from headers. Every value has its
/// origin, every doubt is a finding, and what nothing states is absent.
///
/// Knows formats and the ObsCore model; nothing of tags, stores or servers. Start at
/// [org.vo4he.mapping.Inference].
package org.vo4he.mapping;

// SPDX-License-Identifier: Apache-2.0
/// The operator's programs and pipelines, as files in YAML; pipelines that begin when a file arrives.
///
/// Knows how steps are put together, not what they compute, and nothing of HTTP. Start at
/// [org.vo4he.pipeline.ProgramsFile] and [org.vo4he.pipeline.Pipeline].
package org.vo4he.pipeline;

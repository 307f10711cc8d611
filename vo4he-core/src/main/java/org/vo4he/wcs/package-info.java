// SPDX-License-Identifier: Apache-2.0
/// Where on the sky the pixels of an image, or the X and Y of events, lie (FITS WCS papers I and II).
///
/// Goes from pixels to ICRS only, which is what footprints need; knows nothing of missions or of ObsCore. Start
/// at [org.vo4he.wcs.ImageSky].
package org.vo4he.wcs;

/* SPDX-License-Identifier: Apache-2.0 */
/* CFITSIO's side of annotate.sh: appends VO-TAGS (an ASCII table of one cell, 40 keywords) to each file named on standard
   input. Prints the seconds of the work alone and the number of files.
   cc -O2 -o annotate annotate.c -lcfitsio */
#include <fitsio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PROVENANCE = 2893, KEYWORDS = 40 };

static char provenance[PROVENANCE + 1];

static void append(const char *path, int *status)
{
    fitsfile *file;
    char *name[] = {"provenance"}, *form[] = {"A2893"}, *cell[] = {provenance}, keyword[16];
    int hdus;
    fits_open_file(&file, path, READWRITE, status);
    fits_get_num_hdus(file, &hdus, status);
    fits_movabs_hdu(file, hdus, NULL, status);
    fits_create_tbl(file, ASCII_TBL, 0, 1, name, form, NULL, "VO-TAGS", status);
    for (int k = 0; k < KEYWORDS; k++) {
        double number = 12.345 + k;
        snprintf(keyword, sizeof keyword, "KW%d", k);
        if (k & 1) fits_write_key(file, TDOUBLE, keyword, &number, "a number", status);
        else fits_write_key(file, TSTRING, keyword, "some text", "a text", status);
    }
    fits_write_col(file, TSTRING, 1, 1, 1, 1, cell, status);
    fits_close_file(file, status);
}

int main(void)
{
    char path[4096];
    int status = 0;
    long files = 0;
    struct timespec start, end;
    memset(provenance, 'j', PROVENANCE);
    clock_gettime(CLOCK_MONOTONIC, &start);
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = 0;
        append(path, &status);
        if (status) {
            fits_report_error(stderr, status);
            return 1;
        }
        files++;
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.3f %ld\n", end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) * 1e-9, files);
    return 0;
}

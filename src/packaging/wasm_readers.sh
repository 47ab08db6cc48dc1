# To be read by wasm_libraries.sh: the libraries that read what others made, PDFs, pictures and signatures.

# 8 bits a sample; what is written by other people's hand for other processors is not for this one.
cp src/libjpeg-turbo-*/j*.h include
sed 's/.*WITH_SIMD.*//' /usr/include/*/jconfig.h >include/jconfig.h
sed 's/@COPYRIGHT_YEAR@/2022/' src/libjpeg-turbo-*/jversion.h.in >src/jversion.h
cat >src/jconfigint.h <<'JPEG'
#define BUILD ""
#define INLINE inline __attribute__((always_inline))
#define THREAD_LOCAL
#define PACKAGE_NAME "libjpeg-turbo"
#define VERSION "2"
#define SIZEOF_SIZE_T 4
#define HAVE_BUILTIN_CTZL
#define FALLTHROUGH
JPEG
objects jpeg "$wasm_cc -O2 -Isrc -Iinclude" $(cd src/libjpeg-turbo-* && for part in jcapimin jcapistd jccoefct jccolor jcdctmgr jchuff jcicc jcinit \
  jcmainct jcmarker jcmaster jcomapi jcparam jcphuff jcprepct jcsample jctrans jdapimin jdapistd jdatadst jdatasrc jdcoefct jdcolor jddctmgr \
  jdhuff jdicc jdinput jdmainct jdmarker jdmaster jdmerge jdphuff jdpostct jdsample jdtrans jerror jfdctflt jfdctfst jfdctint jidctflt \
  jidctfst jidctint jidctred jquant1 jquant2 jutils jmemmgr jmemnobs jaricom jcarith jdarith jsimd_none; do ls "$PWD/$part.c"; done)

# Reading PDFs, with its own ciphers: no command line, no C interface.
cp -r src/qpdf-*/include/qpdf include
qpdf=$(echo src/qpdf-*)/libqpdf
cat >"$qpdf/qpdf/qpdf-config.h" <<'QPDF'
#define DEFAULT_CRYPTO "native"
#define USE_CRYPTO_NATIVE 1
#define HAVE_INTTYPES_H 1
#define HAVE_STDINT_H 1
#define HAVE_FSEEKO 1
#define HAVE_LOCALTIME_R 1
#define HAVE_RANDOM 1
#define RANDOM_DEVICE "/dev/urandom"
#define SIZEOF_SIZE_T 4
QPDF
objects qpdf "$wasm_cxx -O2 -std=c++17 -DPOINTERHOLDER_TRANSITION=4 -I$qpdf -Iinclude" \
  $(ls "$qpdf"/*.cc | grep -v 'QPDFJob\|qpdf-c\|qpdfjob-c\|qpdflogger-c\|ArgParser\|gnutls\|openssl\|WindowsHandle')
objects qpdf-sums "$wasm_cc -O2 -I$qpdf -Iinclude" $(ls "$qpdf"/*.c)

# What PDFs are drawn with: the kinds of typefaces that they hold.
ft=$(echo src/freetype-*)
cp -r "$ft"/include/freetype "$ft"/include/ft2build.h include
for module in 'FT_Driver_ClassRec, tt_driver_class' 'FT_Driver_ClassRec, t1_driver_class' 'FT_Driver_ClassRec, cff_driver_class' \
  'FT_Driver_ClassRec, t1cid_driver_class' 'FT_Module_Class, psaux_module_class' 'FT_Module_Class, psnames_module_class' \
  'FT_Module_Class, pshinter_module_class' 'FT_Module_Class, sfnt_module_class' 'FT_Renderer_Class, ft_smooth_renderer_class' \
  'FT_Renderer_Class, ft_raster1_renderer_class'; do echo "FT_USE_MODULE( $module )"; done >include/freetype/config/ftmodule.h
objects freetype "$wasm_cc -O2 -DFT2_BUILD_LIBRARY -DFT_CONFIG_OPTION_SYSTEM_ZLIB -Iinclude" $(for part in base/ftbase base/ftbbox base/ftbitmap base/ftcid base/ftdebug \
  base/ftfstype base/ftgasp base/ftglyph base/ftinit base/ftmm base/ftstroke base/ftsynth base/ftsystem base/fttype1 cff/cff cid/type1cid \
  gzip/ftgzip psaux/psaux pshinter/pshinter psnames/psnames raster/raster sfnt/sfnt smooth/smooth truetype/truetype type1/type1; do
  echo "$ft/src/$part.c"; done)

# Pictures in PDFs that are JPEG 2000.
jp2=$(echo src/openjpeg-*)/src/lib/openjp2
cp "$jp2/openjpeg.h" "$jp2/opj_stdint.h" include
cat >include/opj_config.h <<'JP2'
#define OPJ_HAVE_STDINT_H 1
#define OPJ_VERSION_MAJOR 2
#define OPJ_VERSION_MINOR 5
#define OPJ_VERSION_BUILD 0
JP2
cat >src/opj_config_private.h <<'JP2'
#define OPJ_PACKAGE_VERSION "2"
#define OPJ_HAVE_INTTYPES_H 1
#define OPJ_HAVE_FSEEKO 1
#define OPJ_HAVE_POSIX_MEMALIGN 1
JP2
objects openjp2 "$wasm_cc -O2 -Isrc -Iinclude" $(ls "$jp2"/*.c | grep -v 'bench_\|generate\|manager\|test_')

# Text and pictures of the pages of a PDF: what its configure step finds, without signatures, typefaces of a system, colour profiles and
# writing.
poppler=$(echo src/poppler-*)
cat >src/config.h <<'POPPLER'
#define ENABLE_LIBJPEG 1
#define ENABLE_LIBOPENJPEG 1
#define ENABLE_ZLIB 1
#define ENABLE_ZLIB_UNCOMPRESS 1
#define HAVE_DCT_DECODER 1
#define HAVE_JPX_DECODER 1
#define HAVE_DIRENT_H 1
#define HAVE_FCNTL_H 1
#define HAVE_FSEEKO 1
#define HAVE_GETTIMEOFDAY 1
#define HAVE_GMTIME_R 1
#define HAVE_TIMEGM 1
#define HAVE_LIBZ 1
#define HAVE_LOCALTIME_R 1
#define HAVE_MKSTEMP 1
#define HAVE_STRTOK_R 1
#define HAVE_SYS_MMAN_H 1
#define HAVE_SYS_STAT_H 1
#define HAVE_UNISTD_H 1
#define TEXTOUT_WORD_LIST 1
#define ICONV_CONST
#define PACKAGE_NAME "poppler"
#define PACKAGE_VERSION "22"
#define POPPLER_DATADIR "/poppler"
POPPLER
sed 's/^#cmakedefine \(ENABLE_LIBJPEG\|ENABLE_ZLIB\|HAVE_DIRENT_H\|HAVE_GETTIMEOFDAY\|TEXTOUT_WORD_LIST\) .*/#define \1 1/; s/^#cmakedefine.*//;
  s/\${POPPLER_VERSION}/22/' "$poppler/poppler/poppler-config.h.cmake" >src/poppler-config.h
echo '#define POPPLER_PRIVATE_EXPORT' >src/poppler_private_export.h
cp $(ls "$poppler"/cpp/*.h | grep -v private) include
sed 's/@[A-Z_]*@/22/' "$poppler/cpp/poppler-version.h.in" >include/poppler-version.h
printf '#define POPPLER_CPP_%s\n' EXPORT NO_EXPORT DEPRECATED >include/poppler_cpp_export.h
objects poppler-cpp "$wasm_cxx -O2 -std=c++17 -Isrc -I$poppler -I$poppler/poppler -I$poppler/goo -I$poppler/fofi -I$poppler/splash -Iinclude" \
  "$poppler"/cpp/*.cpp $(sed -n '/^set(poppler_SRCS/,/^)/p' "$poppler/CMakeLists.txt" | sed -n "s,^  \(.*\.cc\),$poppler/\1,p" |
  grep -v 'PSOutputDev\|JpegWriter\|PNGWriter\|TiffWriter') $(for part in DCT Flate JPEG2000; do echo "$poppler/poppler/${part}Stream.cc"; done)
objects poppler-widths "$wasm_cc -O2 -I$poppler/poppler" "$poppler"/poppler/*Widths.pregenerated.c

# Pictures of scanners and telephones: what TIFF holds without libraries of its own but zlib and JPEG.
tiff=$(echo src/libtiff-*)/libtiff
cp "$tiff/tiff.h" "$tiff/tiffio.h" "$tiff/tiffvers.h" include
{
  echo '#include <stdint.h>'
  for bits in 8 16 32 64; do printf '#define TIFF_INT%s_T int%s_t\n#define TIFF_UINT%s_T uint%s_t\n' $bits $bits $bits $bits; done
  for part in CCITT JPEG LOGLUV LZW NEXT OJPEG PACKBITS PIXARLOG THUNDER ZIP; do echo "#define ${part}_SUPPORT 1"; done
  cat <<'TIFF'
#define TIFF_SSIZE_T int32_t
#define HAVE_IEEEFP 1
#define HOST_FILLORDER FILLORDER_LSB2MSB
#define HOST_BIGENDIAN 0
#define STRIPCHOP_DEFAULT TIFF_STRIPCHOP
#define SUBIFD_SUPPORT 1
#define DEFAULT_EXTRASAMPLE_AS_ALPHA 1
#define CHECK_JPEG_YCBCR_SUBSAMPLING 1
#define COLORIMETRY_SUPPORT
#define YCBCR_SUPPORT
#define CMYK_SUPPORT
#define ICC_SUPPORT
TIFF
} >include/tiffconf.h
cat >src/tif_config.h <<'TIFF'
#include "tiffconf.h"
#include <inttypes.h>
#define HAVE_ASSERT_H 1
#define HAVE_FCNTL_H 1
#define HAVE_STRINGS_H 1
#define HAVE_SYS_TYPES_H 1
#define HAVE_UNISTD_H 1
#define HAVE_FSEEKO 1
#define CHUNKY_STRIP_READ_SUPPORT 1
#define DEFER_STRILE_LOAD 1
#define SIZEOF_SIZE_T 4
#define STRIP_SIZE_DEFAULT 8192
#define TIFF_MAX_DIR_COUNT 1048576
#define TIFF_SIZE_FORMAT "zu"
#define TIFF_SSIZE_FORMAT PRId32
TIFF
objects tiff "$wasm_cc -O2 -Isrc -Iinclude" $(ls "$tiff"/tif_*.c | grep -v win32)
leptonica=$(echo src/leptonica-*)/src
mkdir include/leptonica
cp /usr/include/leptonica/*.h include/leptonica
objects lept "$wasm_cc -O2 -DHAVE_FMEMOPEN=1 -Iinclude/leptonica -Iinclude" "$leptonica"/*.c
# Who links the first of these has the rest.
emar rcs lib/libpoppler-cpp.a src/obj-poppler-widths/*.o src/obj-freetype/*.o src/obj-openjp2/*.o
emar rcs lib/liblept.a src/obj-tiff/*.o
rm lib/libpoppler-widths.a lib/libfreetype.a lib/libopenjp2.a lib/libtiff.a

# What checks a signature: no TLS, no network, no ciphers and digests that no signature in a PDF has.
(cd src/openssl-* && quiet env CC="${cached}clang-14" AR=emar RANLIB=emranlib CFLAGS="-O2 $wasm_flags" ./Configure linux-generic32 no-asm no-threads no-shared \
  no-module no-dso no-engine no-tests no-ui-console no-sock no-autoload-config no-aria no-bf no-blake2 no-camellia no-cast no-chacha no-cmp \
  no-ct no-dgram no-dtls no-gost no-idea no-md4 no-mdc2 no-ocb no-poly1305 no-rc2 no-rc4 no-rfc3779 no-scrypt no-seed no-siphash \
  no-siv no-sm2 no-sm3 no-sm4 no-srp no-srtp no-ssl no-tls no-whirlpool no-afalgeng no-async no-secure-memory \
  -DOPENSSL_NO_SPEED=1 && quiet make -j"$(nproc)" build_generated libcrypto.a)
cp src/openssl-*/libcrypto.a lib
cp -r src/openssl-*/include/openssl include

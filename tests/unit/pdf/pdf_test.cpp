#include "pdf/pdf.hpp"

#include <doctest/doctest.h>

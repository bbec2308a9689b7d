printf 'LANG=xx_YY\nLC_ALL=tlh_QO.ISO-8859-13\nLANGUAGE=tlh\n' > env

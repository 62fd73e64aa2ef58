import '../shell/without-eval.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { offer } from './later-script.ts';

/** The part of the page that writes workbooks: larger than all the rest, so it is fetched when it is wanted. */
offer('writer', serialize);

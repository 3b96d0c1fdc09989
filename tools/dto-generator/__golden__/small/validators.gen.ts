// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
// @ts-nocheck
import { codePointCount, formats } from '../validators/index.ts';

"use strict";
export const Book = validate21;
const schema32 = {"type":"object","required":["title","contents"],"properties":{"labels":{"anyOf":[{"type":"string","minLength":1},{"type":"array","maxItems":3,"items":{"type":"string"}}]},"year":{"type":"integer","minimum":0,"maximum":3000},"title":{"type":"string","minLength":1,"maxLength":200},"kind":{"$ref":"#/components/schemas/Kind"},"cover":{"type":"string"},"contents":{"type":"array","minItems":1,"items":{"$ref":"#/components/schemas/Piece"}},"notes":{"type":"object","propertyNames":{"maxLength":8},"additionalProperties":{"type":"number","exclusiveMinimum":0}},"lent_at":{"type":["string","null"],"format":"date-time"},"extra":{}}};
const schema33 = {"type":"string","enum":["novel","essay"]};
const func1 = codePointCount;
const schema34 = {"type":"object","oneOf":[{"$ref":"#/components/schemas/Chapter"},{"$ref":"#/components/schemas/Picture"}],"discriminator":{"propertyName":"type"}};
const schema35 = {"type":"object","required":["type"],"anyOf":[{"required":["text"]},{"required":["lines"]}],"properties":{"type":{"type":"string","const":"chapter"},"text":{"type":"string"},"lines":{"type":"array","items":{"type":"string"}}}};
const schema36 = {"type":"object","required":["type","url"],"additionalProperties":false,"properties":{"type":{"type":"string","const":"picture"},"url":{"type":"string","format":"uri"},"alt":{"type":"string","pattern":"^[A-Z]"}}};
const formats0 = formats.uri;
const pattern4 = new RegExp("^[A-Z]", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const tag0 = data.type;
if(typeof tag0 == "string"){
if(tag0 === "chapter"){
const _errs3 = errors;
const _errs5 = errors;
let valid3 = false;
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.text === undefined) && (missing0 = "text")){
const err0 = {instancePath,schemaPath:"#/components/schemas/Chapter/anyOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs6 === errors;
valid3 = valid3 || _valid0;
const _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.lines === undefined) && (missing1 = "lines")){
const err1 = {instancePath,schemaPath:"#/components/schemas/Chapter/anyOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
valid3 = valid3 || _valid0;
if(!valid3){
const err2 = {instancePath,schemaPath:"#/components/schemas/Chapter/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate22.errors = vErrors;
return false;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
if(errors === _errs3){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.type === undefined) && (missing2 = "type")){
validate22.errors = [{instancePath,schemaPath:"#/components/schemas/Chapter/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data.type !== undefined){
let data0 = data.type;
const _errs8 = errors;
if(typeof data0 !== "string"){
validate22.errors = [{instancePath:instancePath+"/type",schemaPath:"#/components/schemas/Chapter/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if("chapter" !== data0){
validate22.errors = [{instancePath:instancePath+"/type",schemaPath:"#/components/schemas/Chapter/properties/type/const",keyword:"const",params:{allowedValue: "chapter"},message:"must be equal to constant"}];
return false;
}
var valid4 = _errs8 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.text !== undefined){
const _errs10 = errors;
if(typeof data.text !== "string"){
validate22.errors = [{instancePath:instancePath+"/text",schemaPath:"#/components/schemas/Chapter/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs10 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.lines !== undefined){
let data2 = data.lines;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data2)){
var valid5 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs14 = errors;
if(typeof data2[i0] !== "string"){
validate22.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/components/schemas/Chapter/properties/lines/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs14 === errors;
if(!valid5){
break;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/components/schemas/Chapter/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs12 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate22.errors = [{instancePath,schemaPath:"#/components/schemas/Chapter/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var props0 = {};
props0.type = true;
props0.text = true;
props0.lines = true;
}
else if(tag0 === "picture"){
const _errs17 = errors;
if(errors === _errs17){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if(((data.type === undefined) && (missing3 = "type")) || ((data.url === undefined) && (missing3 = "url"))){
validate22.errors = [{instancePath,schemaPath:"#/components/schemas/Picture/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs19 = errors;
for(const key0 in data){
if(!(((key0 === "type") || (key0 === "url")) || (key0 === "alt"))){
validate22.errors = [{instancePath,schemaPath:"#/components/schemas/Picture/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs19 === errors){
if(data.type !== undefined){
let data4 = data.type;
const _errs20 = errors;
if(typeof data4 !== "string"){
validate22.errors = [{instancePath:instancePath+"/type",schemaPath:"#/components/schemas/Picture/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if("picture" !== data4){
validate22.errors = [{instancePath:instancePath+"/type",schemaPath:"#/components/schemas/Picture/properties/type/const",keyword:"const",params:{allowedValue: "picture"},message:"must be equal to constant"}];
return false;
}
var valid8 = _errs20 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.url !== undefined){
let data5 = data.url;
const _errs22 = errors;
if(errors === _errs22){
if(errors === _errs22){
if(typeof data5 === "string"){
if(!(formats0(data5))){
validate22.errors = [{instancePath:instancePath+"/url",schemaPath:"#/components/schemas/Picture/properties/url/format",keyword:"format",params:{format: "uri"},message:"must match format \""+"uri"+"\""}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/url",schemaPath:"#/components/schemas/Picture/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid8 = _errs22 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.alt !== undefined){
let data6 = data.alt;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data6 === "string"){
if(!pattern4.test(data6)){
validate22.errors = [{instancePath:instancePath+"/alt",schemaPath:"#/components/schemas/Picture/properties/alt/pattern",keyword:"pattern",params:{pattern: "^[A-Z]"},message:"must match pattern \""+"^[A-Z]"+"\""}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/alt",schemaPath:"#/components/schemas/Picture/properties/alt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid8 = _errs24 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
else {
validate22.errors = [{instancePath,schemaPath:"#/components/schemas/Picture/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else {
validate22.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag0},message:"value of tag \"type\" must be in oneOf"}];
return false;
}
}
else {
validate22.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag0},message:"tag \"type\" must be string"}];
return false;
}
}
else {
validate22.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate22.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate22.evaluated = {"dynamicProps":true,"dynamicItems":false};

const formats2 = formats["date-time"];

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.title === undefined) && (missing0 = "title")) || ((data.contents === undefined) && (missing0 = "contents"))){
validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.labels !== undefined){
let data0 = data.labels;
const _errs1 = errors;
const _errs2 = errors;
let valid1 = false;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(data0.length < 1){
const err0 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/anyOf/0/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid1 = valid1 || _valid0;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data0)){
if(data0.length > 3){
const err2 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
var valid2 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs7 = errors;
if(typeof data0[i0] !== "string"){
const err3 = {instancePath:instancePath+"/labels/" + i0,schemaPath:"#/properties/labels/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
}
else {
const err4 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err5 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate21.errors = vErrors;
return false;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.year !== undefined){
let data2 = data.year;
const _errs9 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate21.errors = [{instancePath:instancePath+"/year",schemaPath:"#/properties/year/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 3000 || isNaN(data2)){
validate21.errors = [{instancePath:instancePath+"/year",schemaPath:"#/properties/year/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3000},message:"must be <= 3000"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate21.errors = [{instancePath:instancePath+"/year",schemaPath:"#/properties/year/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
let data3 = data.title;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(func1(data3) > 200){
validate21.errors = [{instancePath:instancePath+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(data3.length < 1){
validate21.errors = [{instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
let data4 = data.kind;
const _errs13 = errors;
if(typeof data4 !== "string"){
validate21.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/components/schemas/Kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data4 === "novel") || (data4 === "essay"))){
validate21.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/components/schemas/Kind/enum",keyword:"enum",params:{allowedValues: schema33.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cover !== undefined){
const _errs16 = errors;
if(typeof data.cover !== "string"){
validate21.errors = [{instancePath:instancePath+"/cover",schemaPath:"#/properties/cover/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contents !== undefined){
let data6 = data.contents;
const _errs18 = errors;
if(errors === _errs18){
if(Array.isArray(data6)){
if(data6.length < 1){
validate21.errors = [{instancePath:instancePath+"/contents",schemaPath:"#/properties/contents/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid4 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
const _errs20 = errors;
if(!(validate22(data6[i1], {instancePath:instancePath+"/contents/" + i1,parentData:data6,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid4 = _errs20 === errors;
if(!valid4){
break;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/contents",schemaPath:"#/properties/contents/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notes !== undefined){
let data8 = data.notes;
const _errs21 = errors;
if(errors === _errs21){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key0 in data8){
const _errs23 = errors;
if(typeof key0 === "string"){
if(func1(key0) > 8){
const err6 = {instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/propertyNames/maxLength",keyword:"maxLength",params:{limit: 8},message:"must NOT have more than 8 characters",propertyName:key0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var valid5 = _errs23 === errors;
if(!valid5){
const err7 = {instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate21.errors = vErrors;
return false;
break;
}
}
if(valid5){
for(const key1 in data8){
let data9 = data8[key1];
const _errs25 = errors;
if(errors === _errs25){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 <= 0 || isNaN(data9)){
validate21.errors = [{instancePath:instancePath+"/notes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/notes/additionalProperties/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/notes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/notes/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid6 = _errs25 === errors;
if(!valid6){
break;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lent_at !== undefined){
let data10 = data.lent_at;
const _errs27 = errors;
if((typeof data10 !== "string") && (data10 !== null)){
validate21.errors = [{instancePath:instancePath+"/lent_at",schemaPath:"#/properties/lent_at/type",keyword:"type",params:{type: schema32.properties.lent_at.type},message:"must be string,null"}];
return false;
}
if(errors === _errs27){
if(errors === _errs27){
if(typeof data10 === "string"){
if(!(formats2(data10))){
validate21.errors = [{instancePath:instancePath+"/lent_at",schemaPath:"#/properties/lent_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""}];
return false;
}
}
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":{"labels":true,"year":true,"title":true,"kind":true,"cover":true,"contents":true,"notes":true,"lent_at":true,"extra":true},"dynamicProps":false,"dynamicItems":false};

export const AddBookParameters = validate24;
const schema37 = {"type":"object","properties":{"shelf_id":{"type":"string","format":"uuid"},"x-copies":{"type":"integer","minimum":1}},"required":["shelf_id"]};
const formats4 = formats.uuid;

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.shelf_id === undefined) && (missing0 = "shelf_id")){
validate24.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.shelf_id !== undefined){
let data0 = data.shelf_id;
const _errs1 = errors;
if(errors === _errs1){
if(errors === _errs1){
if(typeof data0 === "string"){
if(!(formats4(data0))){
validate24.errors = [{instancePath:instancePath+"/shelf_id",schemaPath:"#/properties/shelf_id/format",keyword:"format",params:{format: "uuid"},message:"must match format \""+"uuid"+"\""}];
return false;
}
}
else {
validate24.errors = [{instancePath:instancePath+"/shelf_id",schemaPath:"#/properties/shelf_id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data["x-copies"] !== undefined){
let data1 = data["x-copies"];
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate24.errors = [{instancePath:instancePath+"/x-copies",schemaPath:"#/properties/x-copies/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 1 || isNaN(data1)){
validate24.errors = [{instancePath:instancePath+"/x-copies",schemaPath:"#/properties/x-copies/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate24.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":{"shelf_id":true,"x-copies":true},"dynamicProps":false,"dynamicItems":false};

